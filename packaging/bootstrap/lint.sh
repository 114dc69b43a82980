# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Format, line limits and clang-tidy over the tracked sources. A file that clang-tidy found clean is not looked at again
# until it, a header it includes, its compile command, the configuration or a tool has changed.

LW_MAX_LINES=500

tracked() {
  git -c core.quotePath=off ls-files -- "$@" || die "The tracked files cannot be listed." "run this in a git clone"
}

list_sources() {
  local file
  LW_SOURCES=()
  while IFS= read -r file; do
    [[ ! -f $file ]] || LW_SOURCES+=("$file")
  done < <(tracked '*.cpp' '*.h')
}

lint_format() {
  printf '%s\0' "${LW_SOURCES[@]}" | xargs -0 -P "$(nproc)" -n 40 clang-format --dry-run -Werror --style=file
}

run_format() {
  setup_lint
  list_sources
  printf '%s\0' "${LW_SOURCES[@]}" | xargs -0 -P "$(nproc)" -n 40 clang-format -i --style=file
  say "Formatted ${#LW_SOURCES[@]} files."
}

lint_rules() {
  local bad=0 file
  while IFS= read -r file; do
    [[ -f $file ]] || continue
    awk -v file="$file" -v max="$LW_MAX_LINES" 'END { if (NR > max) { printf "%s: %d lines; the limit is %d, split it by job\n", file, NR, max; exit 1 } }' "$file" || bad=1
  done < <(tracked '*.cpp' '*.h' '*.cmake' '*CMakeLists.txt' '*.sh' '*.py' dev .ci/run)
  for file in "${LW_SOURCES[@]}"; do
    [[ $(head -n 1 "$file") == '// SPDX-License-Identifier: GPL-3.0-or-later' ]] || {
      printf '%s: the first line is not the SPDX licence line\n' "$file"
      bad=1
    }
  done
  return "$bad"
}

lint_shell() {
  local -a scripts
  mapfile -t scripts < <(tracked 'packaging/bootstrap/*.sh' dev .ci/run)
  shellcheck "${scripts[@]}"
}

# clang-tidy cannot read g++'s precompiled headers, so its compile commands name a copy that has none beside it.
lint_database() {
  local header copy
  mkdir -p build/lint/pch
  rm -f build/lint/pch/*
  while IFS= read -r header; do
    copy=$LW_ROOT/build/lint/pch/$(sha256sum <<<"$header" | cut -c1-12).h
    cp -- "$header" "$copy"
    printf 's|%s|%s|g\n' "$header" "$copy"
  done < <(grep -oE '[^ "]+/cmake_pch\.hxx' build/dev/compile_commands.json | sort -u) >build/lint/pch.sed
  sed -f build/lint/pch.sed build/dev/compile_commands.json >build/lint/compile_commands.json
}

# Moc output that sources include; nothing else of the build is needed.
lint_generated() {
  local -a targets
  mapfile -t targets < <(ninja -C build/dev -t targets all | sed -nE 's/^([^:/]+_autogen): phony$/\1/p')
  ((${#targets[@]} == 0)) || ninja -C build/dev "${targets[@]}"
}

# One line "key file" for each source that has a compile command. The key hashes the file, all project headers it
# reaches, its compile command, and the tools and system headers by their versions.
lint_keys() {
  local common
  common=$({
    cat .clang-tidy
    clang-tidy --version
    dpkg-query -W qt6-base-dev libssl-dev 2>/dev/null
  } | sha256sum | cut -c1-16)
  rm -rf build/lint/keys
  mkdir -p build/lint/keys
  tracked '*.cpp' '*.h' | xargs -d '\n' sha256sum >build/lint/hashes
  tracked '*.cpp' '*.h' | xargs -d '\n' grep -HoE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"[^"]+"' >build/lint/includes || true
  grep -E '"(command|file)":' build/lint/compile_commands.json >build/lint/commands
  awk -v root="$LW_ROOT/" -v common="$common" '
    function reach(file,   i, n, parts) {
      if (file in seen) return
      seen[file] = 1
      keytext = keytext file " " hash[file] "\n"
      n = split(includes[file], parts, "\n")
      for (i = 1; i <= n; ++i)
        if (parts[i] in hash) reach(parts[i])
        else if (dir[file] parts[i] in hash) reach(dir[file] parts[i])
    }
    FILENAME ~ /hashes$/ { hash[$2] = $1; d = $2; sub(/[^\/]*$/, "", d); dir[$2] = d; next }
    FILENAME ~ /includes$/ {
      file = $0; sub(/:.*/, "", file); name = $0; sub(/^[^"]*"/, "", name); sub(/"$/, "", name)
      includes[file] = includes[file] name "\n"; next
    }
    /"command":/ { command = $0; next }
    /"file":/ {
      file = $0; sub(/^[^:]*: *"/, "", file); sub(/",? *$/, "", file)
      if (index(file, root) == 1) { file = substr(file, length(root) + 1); if (file in hash && !(file in commandOf)) commandOf[file] = command }
    }
    END {
      for (file in commandOf) {
        split("", seen); keytext = common "\n" commandOf[file] "\n"; reach(file)
        name = file; gsub(/\//, "@", name)
        out = "build/lint/keys/" name; printf "%s", keytext > out; close(out)
      }
    }' build/lint/hashes build/lint/includes build/lint/commands
  (cd build/lint/keys && sha256sum -- *) | sed -E 's/^([0-9a-f]+)  /\1 /; s|@|/|g' >build/lint/keys.txt
}

lint_tidy() {
  local key file total=0 todo=build/lint/todo
  mkdir -p build/lint/clean
  lint_generated
  lint_database
  lint_keys
  : >"$todo"
  while read -r key file; do
    total=$((total + 1))
    [[ -e build/lint/clean/$key ]] || printf '%s\n%s\n' "$key" "$file" >>"$todo"
  done <build/lint/keys.txt
  LW_TODO=$(($(wc -l <"$todo") / 2))
  printf 'clang-tidy: %d of %d files have changed\n' "$LW_TODO" "$total"
  # shellcheck disable=SC2016 # expanded by the inner shell
  LW_TODO=$LW_TODO xargs -d '\n' -n 2 -P "$(nproc)" bash -c '
    if out=$(clang-tidy --quiet -p build/lint --warnings-as-errors="*" "$2" 2>&1); then
      : >"build/lint/clean/$1"
      printf "[%d/%d] %s\n" "$(find build/lint/clean -newer build/lint/todo -type f | wc -l)" "$LW_TODO" "$2"
    else
      printf "FAILED: %s\n%s\n" "$2" "$out"
      exit 1
    fi' tidy <"$todo"
}

run_lint() {
  setup_lint
  list_sources
  step lint-rules "Checking sizes and licence lines" "split the file named above" lint_rules
  step lint-shell "Checking the shell scripts" "fix what shellcheck names above" lint_shell
  step lint-format "Checking the format of ${#LW_SOURCES[@]} files" "run './dev format'" lint_format
  configure_preset dev
  step lint-tidy "Looking for bugs with clang-tidy" \
    "fix what is named above; all of it is in build/logs/lint-tidy.log" lint_tidy
  say "No findings."
}
