# shellcheck shell=bash disable=SC2034,SC2016 # lists other parts read; apt's and dpkg's own placeholders
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What Linewarden needs from the distribution. A wanted package is written as alternatives in order of preference,
# because the distributions name some of them differently: "name|other-name", each with an optional ">=version".

# Everything that configure, build, test and demo need.
LW_BASE=(
  g++ clang lld cmake ninja-build ccache pkg-config git ca-certificates
  qt6-base-dev qt6-base-dev-tools "qt6-svg-dev|libqt6svg6-dev" "qt6-svg-plugins|libqt6svg6"
  qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools libqt6sql6-sqlite
  "libgl-dev|libgl1-mesa-dev" "libopengl-dev|libgl1-mesa-dev" libvulkan-dev
  "libboost-dev>=1.81|libboost1.88-dev|libboost1.83-dev|libboost1.81-dev"
  libssl-dev libcurl4-openssl-dev libsodium-dev libsimdjson-dev libzstd-dev zlib1g-dev libicu-dev qtkeychain-qt6-dev libzxcvbn-dev libqrencode-dev
  xvfb xauth fonts-inter fonts-dejavu-core qpdf poppler-utils openssl gzip
)
# What QCA's own source needs where QCA is not packaged for Qt 6.
LW_QCA_SOURCE=("qt6-5compat-dev|libqt6core5compat6-dev" dpkg-dev patch xz-utils)
LW_LINT=(clang-format clang-tidy shellcheck)
# The mail server that a test delivers to.
LW_TEST=(python3 python3-aiosmtpd)
LW_BENCH=(sqlitebrowser python3 python3-phonenumbers postgresql freeradius freeradius-utils wrk)

as_root() {
  if ((EUID == 0)); then
    "$@"
  else
    sudo "$@"
  fi
}

# Asks for the password now, in the foreground, so that no background step waits for one that nobody sees.
need_root() {
  ((EUID != 0)) || return 0
  command -v sudo >/dev/null ||
    die "Packages are missing ($*), and neither root nor sudo is available to install them." \
      "run './dev setup' as root once, or install these packages yourself"
  sudo -n true 2>/dev/null || sudo -v ||
    die "sudo did not let us install the missing packages: $*." "run './dev setup' as root once"
}

# Version of an installed package, empty when it is not installed.
installed_version() {
  local status='' version=''
  read -r status version < <(dpkg-query -W -f '${db:Status-Abbrev} ${Version}\n' "$1" 2>/dev/null) || true
  [[ $status != ?i* ]] || printf '%s' "$version"
}

# Version apt would install, empty when it knows none.
candidate_version() {
  LC_ALL=C apt-cache policy "$1" 2>/dev/null | awk '$1 == "Candidate:" && $2 != "(none)" { print $2; exit }'
}

# good_enough VERSION MINIMUM
good_enough() { [[ -n $1 ]] && { [[ -z $2 ]] || dpkg --compare-versions "$1" ge "$2"; }; }

# Runs FUNCTION (installed_version or candidate_version) over the alternatives; prints the first name that will do.
first_of() {
  local lookup=$1 alternative name minimum
  local -a alternatives
  IFS='|' read -ra alternatives <<<"$2"
  for alternative in "${alternatives[@]}"; do
    name=${alternative%%>=*}
    minimum=
    [[ $alternative != *'>='* ]] || minimum=${alternative##*>=}
    if good_enough "$("$lookup" "$name")" "$minimum"; then
      printf '%s' "$name"
      return 0
    fi
  done
  return 1
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 \
    -y --no-install-recommends --no-remove install "$@"
}

apt_update() {
  as_root apt-get -o Acquire::Retries=3 update
}

apt_knows_packages() { [[ -n $(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null) ]]; }

update_package_lists() {
  [[ -z ${LW_LISTS_FRESH:-} ]] || return 1
  LW_LISTS_FRESH=1
  step apt-update "Refreshing the package lists" \
    "check the network and the sources in /etc/apt; then run the same command again" apt_update
}

# Fills LW_TO_INSTALL from LW_MISSING; fails when apt knows no package for one of them (its name is in LW_UNKNOWN).
resolve_missing() {
  local want name
  LW_TO_INSTALL=()
  for want in "${LW_MISSING[@]}"; do
    if ! name=$(first_of candidate_version "$want"); then
      LW_UNKNOWN=$want
      return 1
    fi
    LW_TO_INSTALL+=("$name")
  done
}

install_resolved() { apt_install "${LW_TO_INSTALL[@]}"; }

# An index that is days old names files the archive has since replaced: refresh it once and try again.
install_with_fresh_lists() { install_resolved || { apt_update && install_resolved; }; }

# need_packages WHAT WANTED...: installs what is missing of the wanted packages; does nothing, quickly, when all are there.
need_packages() {
  local what=$1 want
  shift
  command -v apt-get >/dev/null ||
    die "This system has no apt-get, so the packages for $what cannot be installed from here." \
      "install the dependencies listed in docs/building.md yourself, then set LINEWARDEN_SKIP_SETUP=1"
  LW_MISSING=()
  for want in "$@"; do
    first_of installed_version "$want" >/dev/null || LW_MISSING+=("$want")
  done
  ((${#LW_MISSING[@]} > 0)) || return 0

  need_root "${LW_MISSING[*]}"
  apt_knows_packages || update_package_lists
  if ! resolve_missing; then
    update_package_lists || true
    resolve_missing ||
      die "No package of this system provides '$LW_UNKNOWN', which $what needs." \
        "Debian 12 and newer and Ubuntu 24.04 and newer have it; on Ubuntu enable the 'universe' component, then run the same command again"
  fi
  step apt-install "Installing what is missing for $what (${#LW_TO_INSTALL[@]} by name)" \
    "read apt's message above (it never removes a package here: remove a conflicting one yourself; 'apt-get -f install' repairs an interrupted installation), then run the same command again" \
    install_with_fresh_lists
}

# The run-time library of the sanitizers and fuzzers carries clang's major version in its name.
clang_runtime() {
  local major
  major=$(clang -dumpversion | cut -d. -f1)
  printf 'libclang-rt-%s-dev' "$major"
}
