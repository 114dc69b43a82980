# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Configure and build one preset of CMakePresets.json in build/<preset>.

LW_PRESETS=(dev release asan tsan coverage)

check_preset() {
  local preset
  for preset in "${LW_PRESETS[@]}"; do [[ $preset != "$1" ]] || return 0; done
  usage_error "There is no preset '$1'; the presets are: ${LW_PRESETS[*]}."
}

# What a configured build directory depends on beyond what ninja watches itself.
configure_stamp() { printf '%s %s\n' "$LINEWARDEN_DEPS" "$(sha256sum <CMakePresets.json)"; }

configure_preset() {
  local preset=$1 stamp=build/$1/dev.stamp
  if [[ $preset == asan || $preset == tsan ]]; then setup_sanitize; else setup_base; fi
  if [[ -f build/$preset/build.ninja && -f $stamp ]] && [[ $(<"$stamp") == "$(configure_stamp)" ]]; then return 0; fi
  step "configure-$preset" "Configuring $preset" \
    "read CMake's message above; './dev clean' removes a confused build directory" \
    cmake --preset "$preset"
  configure_stamp >"$stamp"
}

# build_preset PRESET [TARGET...]
build_preset() {
  local preset=$1
  shift
  configure_preset "$preset"
  step "build-$preset" "Building $preset" \
    "read the compiler's message above; the whole output is in build/logs/build-$preset.log" \
    cmake --build "build/$preset" --parallel "$(nproc)" ${1:+--target "$@"}
}

run_clean() {
  rm -rf -- build demo-output
  if [[ ${1:-} == --all ]]; then
    # The variable may point anywhere: remove only what carries our stamp.
    [[ ! -f $LINEWARDEN_DEPS/qca.stamp ]] || rm -rf -- "$LINEWARDEN_DEPS"
    say "Removed build/, demo-output/ and the dependency cache."
  else
    say "Removed build/ and demo-output/."
  fi
}
