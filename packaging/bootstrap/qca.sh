# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# QCA for Qt 6 with its OpenSSL provider. Where the distribution packages it, that is used. Debian 12 does not: there
# the source package of a newer Debian suite is built once into the dependency cache, which all clones share.

# In order of trial; not every mirror serves every suite whole.
LW_QCA_SUITES=(forky sid trixie)

qca_stamp_wanted() { printf 'qca for Qt %s with ossl, layout 1' "$(installed_version qt6-base-dev)"; }

qca_is_built() {
  [[ -r $LINEWARDEN_DEPS/qca.stamp ]] && [[ $(head -n 1 "$LINEWARDEN_DEPS/qca.stamp") == "$(qca_stamp_wanted)" ]]
}

# Downloads and checks the source package (apt verifies the archive's signature and the files' hashes).
qca_download() {
  local dir=$1 suite
  for suite in "${LW_QCA_SUITES[@]}"; do
    printf '== suite %s\n' "$suite"
    rm -rf -- "$dir/apt" "$dir/source"
    mkdir -p "$dir/apt" "$dir/source"
    private_apt "$dir/apt" deb-src "$suite"
    apt-get "${LW_PRIVATE_APT[@]}" -o APT::Update::Error-Mode=any update || continue
    (cd "$dir/source" && apt-get "${LW_PRIVATE_APT[@]}" source --download-only qca2) || continue
    # The maintainer's signature is checked by the archive on upload; its keyring is not part of a Debian 12.
    dpkg-source --no-check --extract "$dir"/source/qca2_*.dsc "$dir/tree" || continue
    return 0
  done
  printf 'no suite of %s served the source package qca2\n' "${LW_QCA_SUITES[*]}"
  return 1
}

# Builds for its final place, installs beside it and moves the whole prefix at once: there is never half of one.
qca_build() {
  local dir=$1 version
  cmake -S "$dir/tree" -B "$dir/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$LINEWARDEN_DEPS" \
    -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_WITH_QT6=ON -DBUILD_TESTS=OFF -DBUILD_TOOLS=OFF -DBUILD_PLUGINS=ossl \
    -DQCA_INSTALL_IN_QT_PREFIX=OFF -DUSE_RELATIVE_PATHS=OFF || return
  cmake --build "$dir/build" || return
  DESTDIR=$dir/stage cmake --install "$dir/build" || return
  compgen -G "$dir/stage$LINEWARDEN_DEPS/lib/qca-qt6/crypto/libqca-ossl.*" >/dev/null || {
    echo "the build made no OpenSSL provider"
    return 1
  }
  version=$(dpkg-parsechangelog -l "$dir/tree/debian/changelog" -S Version)
  printf '%s\n%s\n' "$(qca_stamp_wanted)" "$version" >"$dir/stage$LINEWARDEN_DEPS/qca.stamp"
  if [[ -e $LINEWARDEN_DEPS ]]; then mv -T "$LINEWARDEN_DEPS" "$dir/old" || return; fi
  mv -T "$dir/stage$LINEWARDEN_DEPS" "$LINEWARDEN_DEPS"
}

need_qca() {
  local dir parent lock
  ! first_of installed_version libqca-qt6-dev >/dev/null || {
    need_packages "cryptography" libqca-qt6-dev libqca-qt6-plugins
    return
  }
  ! qca_is_built || return 0
  apt_knows_packages || { need_root libqca-qt6-dev && update_package_lists; }
  if first_of candidate_version libqca-qt6-dev >/dev/null; then
    need_packages "cryptography" libqca-qt6-dev libqca-qt6-plugins
    return
  fi

  need_packages "building QCA" "${LW_QCA_SOURCE[@]}"
  parent=$(dirname -- "$LINEWARDEN_DEPS")
  mkdir -p "$parent" || die "The dependency cache cannot be made in $parent." "set LINEWARDEN_DEPS to a directory you can write"
  exec {lock}>"$parent/.lock"
  flock -n "$lock" || {
    say "Another clone is building the dependencies; waiting for it."
    flock "$lock"
  }
  if ! qca_is_built; then
    temp_dir dir "$parent/qca-build.XXXXXX"
    step qca-download "Fetching the source of QCA (Qt 6) from Debian" \
      "check that the network is up and that this machine's Debian mirror carries one of: ${LW_QCA_SUITES[*]}; then run the same command again" \
      qca_download "$dir"
    step qca-build "Building QCA with its OpenSSL provider (about a minute, once)" \
      "read the compiler's message above; free disk space if it was that; then run the same command again" \
      qca_build "$dir"
    rm -rf -- "$dir"
  fi
  exec {lock}>&-
}
