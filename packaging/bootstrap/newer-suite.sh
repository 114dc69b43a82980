# shellcheck shell=bash disable=SC2034,SC2016
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Debian 12 lacks two things that other suites of the same archive have. They are fetched through a private apt
# configuration: own lists, own cache, the machine's own mirror, keys, proxy and credentials. The machine's
# configuration is not changed, and nothing else can be upgraded by accident.

# Sets LW_MIRROR and LW_KEYRING to the archive this machine installs Debian itself from.
find_mirror() {
  local uri suite component codename entry file
  apt_knows_packages || { need_root "package lists" && update_package_lists; }
  LW_MIRROR=
  while IFS='|' read -r uri suite component codename entry; do
    [[ $component == main ]] || continue
    [[ $codename == "$VERSION_CODENAME" || $suite == "$VERSION_CODENAME" ]] || continue
    LW_MIRROR=$uri
    file=${entry%:*}
    break
  done < <(apt-get indextargets --format '$(REPO_URI)|$(RELEASE)|$(COMPONENT)|$(CODENAME)|$(SOURCESENTRY)' 'Created-By: Packages')
  [[ -n $LW_MIRROR ]] ||
    die "The apt sources of this machine do not name the main archive of '$VERSION_CODENAME'." \
      "add it to /etc/apt/sources.list, run 'apt-get update', then run the same command again"

  LW_KEYRING=
  if [[ -r $file ]]; then
    LW_KEYRING=$(grep -viE '^[[:space:]]*#' "$file" | grep -oiE 'signed-by(:|=)[[:space:]]*/[^] ]+' | head -n 1 | sed -E 's/^[^/]*//') || true
  fi
  if [[ -z $LW_KEYRING && -r /usr/share/keyrings/debian-archive-keyring.gpg ]]; then
    LW_KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg
  fi
}

# private_apt DIR TYPE SUITE: prepares DIR (which exists) for one suite, TYPE deb or deb-src. LW_PRIVATE_APT then holds
# the options to give to apt-get and apt-cache.
private_apt() {
  local dir=$1
  find_mirror
  chmod 755 "$dir"
  mkdir -p "$dir/lists/partial" "$dir/archives/partial"
  printf '%s %s%s %s main\n' "$2" "${LW_KEYRING:+[signed-by=$LW_KEYRING] }" "$LW_MIRROR" "$3" >"$dir/sources.list"
  LW_PRIVATE_APT=(
    -o "Dir::Etc::SourceList=$dir/sources.list"
    -o Dir::Etc::SourceParts=/dev/null
    -o Dir::Etc::Preferences=/dev/null
    -o Dir::Etc::PreferencesParts=/dev/null
    -o "Dir::State::Lists=$dir/lists"
    -o "Dir::Cache=$dir"
    -o "Dir::Cache::Archives=$dir/archives"
    -o Dir::Cache::PkgCache=
    -o Dir::Cache::SrcPkgCache=
    -o APT::Sandbox::User=
    -o Acquire::Retries=3
  )
}
