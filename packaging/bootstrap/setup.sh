# shellcheck shell=bash disable=SC2034
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What each command needs to have on the machine. All of it is idempotent and quick when nothing is missing.

load_os_release() {
  ID='' VERSION_CODENAME=''
  # shellcheck source=/dev/null
  [[ ! -r /etc/os-release ]] || . /etc/os-release
}

setup_base() {
  [[ -z ${LINEWARDEN_SKIP_SETUP:-} && -z ${LW_BASE_READY:-} ]] || return 0
  load_os_release
  need_packages "building and testing" "${LW_BASE[@]}"
  need_sqlcipher libsqlcipher-dev
  need_qca
  LW_BASE_READY=1
}

setup_tests() {
  setup_base
  [[ -n ${LINEWARDEN_SKIP_SETUP:-} ]] || need_packages "testing" "${LW_TEST[@]}"
}

setup_lint() {
  setup_base
  [[ -n ${LINEWARDEN_SKIP_SETUP:-} ]] || need_packages "linting" "${LW_LINT[@]}"
}

setup_sanitize() {
  setup_base
  [[ -n ${LINEWARDEN_SKIP_SETUP:-} ]] || need_packages "sanitizers and fuzzing" "$(clang_runtime)"
}

setup_bench() {
  setup_base
  [[ -z ${LINEWARDEN_SKIP_SETUP:-} ]] || return 0
  need_packages "the benchmarks" "${LW_BENCH[@]}"
  need_sqlcipher sqlcipher
}
