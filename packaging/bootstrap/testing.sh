# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The tests, the same under the sanitizers, the short fuzz runs and the benchmarks.

# ctest counts programs; a program of ours holds many cases, so their sum is told as well.
count_cases() {
  local log=build/$1/Testing/Temporary/LastTest.log
  [[ -r $log ]] || return 0
  awk '/^Totals: [0-9]+ passed/ { passed += $2; failed += $4; skipped += $6 }
       END { printf "Test cases: %d passed, %d failed, %d skipped\n", passed, failed, skipped }' "$log"
}

# run_ctest PRESET [CTEST OPTION...]
run_ctest() {
  local preset=$1 status=0
  shift
  heading "Testing $preset"
  ulimit -c 0
  start_group ctest --preset "$preset" --parallel "$(nproc)" --output-on-failure --no-tests=error "$@"
  wait "$LW_PID" || status=$?
  forget_group "$LW_PID"
  count_cases "$preset"
  ((status == 0)) || die "Tests failed." \
    "run one of them alone with './dev test NAME'; the whole output is in build/$preset/Testing/Temporary/LastTest.log"
}

# run_tests [--sanitize] [NAME]: all tests or those whose name matches; with --sanitize then core and server again under
# AddressSanitizer and UndefinedBehaviorSanitizer.
run_tests() {
  local sanitize='' name=''
  while (($# > 0)); do
    case $1 in
      --sanitize) sanitize=1 ;;
      -*) usage_error "'./dev test' has no option '$1'; it has --sanitize and takes the name of a test." ;;
      *) name=$1 ;;
    esac
    shift
  done
  export QT_QPA_PLATFORM=offscreen
  setup_tests
  build_preset dev
  run_ctest dev ${name:+-R "$name"}
  [[ -z $sanitize ]] || run_sanitized "$name"
}

run_sanitized() {
  build_preset asan
  ASAN_OPTIONS=${ASAN_OPTIONS:-detect_stack_use_after_return=1:strict_string_checks=1} \
    UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1:halt_on_error=1} \
    LSAN_OPTIONS=${LSAN_OPTIONS:-suppressions=$LW_ROOT/tests/leaks.supp:print_suppressions=0} \
    run_ctest asan -L 'core|server' ${1:+-R "$1"}
}

# run_fuzz SECONDS: each fuzz target of the asan preset for that long, from its seeds in tests/fuzz/seeds/<target without
# fuzz_>. What it learns stays in build/fuzz/corpus, so that a longer run goes on from there.
run_fuzz() {
  local seconds=$1 target name
  local -a corpora targets
  [[ $seconds =~ ^[0-9]+$ ]] || usage_error "'./dev fuzz' takes the seconds for each target, not '$seconds'."
  configure_preset asan
  mapfile -t targets < <(ninja -C build/asan -t targets all | sed -nE '/_autogen/d; s/^(fuzz_[A-Za-z0-9_]+): phony$/\1/p')
  ((${#targets[@]} > 0)) || die "The asan preset has no fuzz targets." "look at tests/fuzz/CMakeLists.txt"
  build_preset asan "${targets[@]}"
  for name in "${targets[@]}"; do
    target=build/asan/fuzz/$name
    corpora=("build/fuzz/corpus/$name" "tests/fuzz/seeds/${name#fuzz_}")
    mkdir -p "${corpora[0]}" build/fuzz/artifacts
    [[ -d ${corpora[1]} ]] || unset 'corpora[1]'
    step "fuzz-$name" "Fuzzing $name for $seconds s" \
      "the input that failed is named above; run '$target FILE' to see it again, and keep it in tests/fuzz/seeds/${name#fuzz_} as a regression" \
      "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
      -artifact_prefix="build/fuzz/artifacts/$name-" "${corpora[@]}"
  done
}

run_bench() {
  setup_bench
  build_preset release
  start_group tests/bench/run "$@"
  wait "$LW_PID" || die "The benchmarks did not finish." "read the message above; 'build/release' holds what they ran"
  forget_group "$LW_PID"
}
