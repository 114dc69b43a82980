#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# lint-batch.sh DIR: clang-tidy over the files of one batch that ./dev lint prepared (see lint.sh), run from the root.
#
# Nearly all of clang-tidy's time goes into walking the headers of Qt, Boost and the standard library, once a
# translation unit. So the files of a batch are looked at as one unit. Files that do not compile together (the same name
# in two anonymous namespaces) are parted into a later unit; what cannot be looked at so is looked at alone.
set -uo pipefail

batch=$1
todo_count=$(wc -l <build/lint/todo)
mapfile -t lines <"$batch/files"
flags=$(<"$batch/flags")
status=0

# The header that the build precompiles for this part of the house; here it is read as text.
case ${lines[0]#* } in
  ui/*) prelude=$PWD/cmake/pch/ui.h ;;
  *) prelude=$PWD/cmake/pch/core.h ;;
esac

# Warnings are the compiler's job; of the headers, ours are of interest and what moc writes is not.
tidy() {
  local root
  # shellcheck disable=SC2001 # a character class with both brackets
  root=$(sed 's/[][\.*^$+?(){}|]/\\&/g' <<<"$PWD")
  clang-tidy --quiet --checks=-bugprone-suspicious-include --extra-arg=-Wno-everything --extra-arg="-include$prelude" \
    --header-filter="^$root/(app|core|ui|server|tests)/" "$@" 2>&1 | grep -vE '^[0-9]+ warnings?( and [0-9]+ errors?)? generated|^Suppressed |^Use -'
  return "${PIPESTATUS[0]}"
}

finished() { # FILE
  printf '%s\n' "$1" >>build/lint/done
  printf '[%d/%d] %s\n' "$(wc -l <build/lint/done)" "$todo_count" "$1"
}

one_by_one() { # "KEY FILE"...
  local line key file out
  for line in "$@"; do
    key=${line%% *} file=${line#* }
    if out=$(tidy -p build/lint "$file"); then
      : >"build/lint/clean/$key"
    else
      printf 'FAILED: %s\n%s\n' "$file" "$out"
      status=1
    fi
    finished "$file"
  done
}

as_unit() { # "KEY FILE"...
  local line others
  if ! tidy -p "$batch" "$batch/unit.cpp" >"$batch/findings"; then
    if grep -q 'clang-diagnostic-error' "$batch/findings"; then
      one_by_one "$@"
      return
    fi
    status=1
    printf 'FAILED:\n%s\n' "$(<"$batch/findings")"
  fi
  grep -oE '^/[^:]+:[0-9]+:[0-9]+: (error|warning):' "$batch/findings" | cut -d: -f1 | sort -u >"$batch/blamed"
  # A finding in a header is that of every file which includes it: none of the unit is clean then.
  others=$(grep -vxF -f <(printf '%s\n' "${@/#* /$PWD/}") "$batch/blamed")
  for line in "$@"; do
    [[ -n $others ]] || grep -qxF "$PWD/${line#* }" "$batch/blamed" || : >"build/lint/clean/${line%% *}"
    finished "${line#* }"
  done
}

# Writes DIR/unit.cpp that includes the given files, and the database that tells how it is compiled.
write_unit() {
  local line file count=0
  for line in "$@"; do
    file=${line#* }
    count=$((count + 1))
    if grep -qE 'QTEST_[A-Z]*MAIN|\bmain\(|LLVMFuzzerTestOneInput' "$file"; then
      printf '#define main main_%d\n#define LLVMFuzzerTestOneInput fuzz_%d\n' "$count" "$count"
      printf '#include "%s"\n#undef main\n#undef LLVMFuzzerTestOneInput\n' "$PWD/$file"
    else
      printf '#include "%s"\n' "$PWD/$file"
    fi
  done >"$batch/unit.cpp"
  printf '[{"directory": "%s", "command": "clang++%s -c %s", "file": "%s"}]\n' \
    "$PWD/build/lint" "$flags" "$PWD/$batch/unit.cpp" "$PWD/$batch/unit.cpp" >"$batch/compile_commands.json"
}

# Sets `apart` to the files that the compiler blames, and succeeds when there is none.
compiles_together() {
  local line command number
  command=$(sed -E 's/\\(.)/\1/g' <<<"$flags")
  (cd build/lint && eval "clang++ $command '-include$prelude' -Wno-everything -ferror-limit=0 -fsyntax-only '$OLDPWD/$batch/unit.cpp'") 2>"$batch/errors" && return 0
  # The compiler names the unit's line whenever the file that it reports on changes.
  sed -nE 's/^In file included from .*unit\.cpp:([0-9]+):$/at \1/p; s/^.*\/unit\.cpp:([0-9]+):[0-9]+: (fatal )?error.*/at \1\nbad/p; /^[^ ][^:]*:[0-9]+:[0-9]+: (fatal )?error/s/.*/bad/p' \
    "$batch/errors" | awk '$1 == "at" { at = $2 } $1 == "bad" && at { print at }' | sort -un |
    while read -r number; do sed -nE "${number}s/^#include \"(.*)\"$/\\1/p" "$batch/unit.cpp"; done >"$batch/blamed"
  apart=()
  for line in "$@"; do
    ! grep -qxF "$PWD/${line#* }" "$batch/blamed" || apart+=("$line")
  done
  return 1
}

# Prints the lines that are not among those of `apart`.
without_apart() {
  printf '%s\n' "$@" | grep -vxF -f <(printf '%s\n' "${apart[@]}")
}

apart=()
while ((${#lines[@]} > 0)); do
  unit=("${lines[@]}")
  later=()
  while ((${#unit[@]} > 1)); do
    write_unit "${unit[@]}"
    ! compiles_together "${unit[@]}" || break
    if ((${#apart[@]} == 0 || ${#apart[@]} == ${#unit[@]})); then
      one_by_one "${unit[@]}"
      unit=()
      break
    fi
    later+=("${apart[@]}")
    mapfile -t unit < <(without_apart "${unit[@]}")
  done
  if ((${#unit[@]} > 1)); then
    as_unit "${unit[@]}"
  else
    one_by_one ${unit[@]+"${unit[@]}"}
  fi
  lines=(${later[@]+"${later[@]}"})
done
exit "$status"
