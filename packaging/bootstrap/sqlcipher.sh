# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# SQLCipher 4. Debian 12 carries 3.4.1 of 2016, whose key derivation and page format are not ours; there the version
# of its own backports is used. The old run-time library may stay installed beside it: its soname differs.

LW_SQLCIPHER_MIN=4.0

sqlcipher_from_backports() {
  local dir=$1
  shift
  as_root apt-get "${LW_PRIVATE_APT[@]}" -o APT::Update::Error-Mode=any update || return
  as_root env DEBIAN_FRONTEND=noninteractive apt-get "${LW_PRIVATE_APT[@]}" -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 \
    -y --no-install-recommends --no-remove -t "$VERSION_CODENAME-backports" install "$@"
}

# need_sqlcipher PACKAGE...: libsqlcipher-dev to build with, sqlcipher for the command line that the benchmarks compare with.
need_sqlcipher() {
  local package dir missing=()
  for package in "$@"; do
    first_of installed_version "$package>=$LW_SQLCIPHER_MIN" >/dev/null || missing+=("$package")
  done
  ((${#missing[@]} > 0)) || return 0

  need_root "${missing[*]}"
  apt_knows_packages || update_package_lists
  # What is installed already counts as a candidate too, so ask for one that is missing.
  if first_of candidate_version "${missing[0]}>=$LW_SQLCIPHER_MIN" >/dev/null; then
    need_packages "the encrypted cache" "${missing[@]/%/>=$LW_SQLCIPHER_MIN}"
    return
  fi
  [[ $ID == debian ]] ||
    die "This system packages no SQLCipher 4, which the encrypted cache needs." \
      "use Debian 12 or newer or Ubuntu 24.04 or newer"
  temp_dir dir
  private_apt "$dir" deb "$VERSION_CODENAME-backports"
  step sqlcipher "Installing SQLCipher 4 from $VERSION_CODENAME-backports" \
    "check that the network is up and that this machine's Debian mirror carries $VERSION_CODENAME-backports; then run the same command again" \
    sqlcipher_from_backports "$dir" "${missing[@]}"
}
