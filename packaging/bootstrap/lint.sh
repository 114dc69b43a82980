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

# clang-tidy gets a configuration of its own, with the benchmarks and without the fuzz targets. Of the build it needs
# moc's output only, no library and no precompiled header.
lint_prepare() {
  cmake --preset dev -B build/lint -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DLW_BENCH=ON -DLW_FUZZ=OFF
  # What the build itself runs for moc; asked for through the build, it would bring the libraries along.
  # shellcheck disable=SC2016 # expanded by the inner shell
  find build/lint -name AutogenInfo.json -print0 | xargs -0 -r -n 1 -P "$(nproc)" sh -c 'cmake -E cmake_autogen "$1" Dev' moc
}

# One line "key file" for each source that has a compile command. The key hashes the file, all project headers it
# reaches, its compile command, and the tools and system headers by their versions.
lint_keys() {
  local common
  common=$({
    cat .clang-tidy cmake/pch/*.h
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

# Cuts the files that changed into batches of one part of the house each: build/lint/batches/N/files ("key file" lines)
# and N/flags (the flags of all of them together, as a JSON string holds them).
lint_batches() {
  rm -rf build/lint/batches
  mkdir -p build/lint/batches
  awk -v root="$LW_ROOT/" -v size=12 '
    FILENAME ~ /todo$/ {
      part = $2; if (!sub(/\/[^\/]*\/[^\/]*$/, "", part)) part = "."
      split(part, folders, "/"); part = folders[1] == "tests" ? folders[1] "/" folders[2] : folders[1]
      if (part != last || count == size) { batch = batch + 1; count = 0; last = part }
      count = count + 1; batchOf[$2] = batch
      out = "build/lint/batches/" batch "/files"; system("mkdir -p build/lint/batches/" batch); print > out; next
    }
    /"command":/ { command = $0; sub(/^[^:]*: *"/, "", command); sub(/",? *$/, "", command); next }
    /"file":/ {
      file = $0; sub(/^[^:]*: *"/, "", file); sub(/",? *$/, "", file)
      if (index(file, root) != 1) next
      file = substr(file, length(root) + 1)
      if (!(file in batchOf)) next
      batch = batchOf[file]; n = split(command, token, " ")
      for (i = 2; i <= n; ++i) {
        if (token[i] == "-o" || token[i] == "-c") { ++i; continue }
        if (token[i] !~ /^-/) continue
        flag = token[i]
        if (flag == "-isystem" || flag == "-include") flag = flag " " token[++i]
        if (!((batch, flag) in seen)) { seen[batch, flag] = 1; flags[batch] = flags[batch] " " flag }
      }
    }
    END { for (batch in flags) { out = "build/lint/batches/" batch "/flags"; print flags[batch] > out; close(out) } }
  ' build/lint/todo build/lint/commands
}

lint_tidy() {
  local key file total=0
  mkdir -p build/lint/clean
  lint_keys
  : >build/lint/todo
  : >build/lint/done
  while read -r key file; do
    # The gate holds the parts that are clean; the tests join it when their findings are mended.
    [[ $file != tests/* ]] || continue
    total=$((total + 1))
    [[ -e build/lint/clean/$key ]] || printf '%s %s\n' "$key" "$file" >>build/lint/todo
  done <build/lint/keys.txt
  printf 'clang-tidy: %d of %d files have changed\n' "$(wc -l <build/lint/todo)" "$total"
  lint_batches
  find build/lint/batches -mindepth 1 -type d | sort -t/ -k4n |
    xargs -r -n 1 -P "$(nproc)" bash packaging/bootstrap/lint-batch.sh
}

run_lint() {
  setup_lint
  list_sources
  step lint-rules "Checking sizes and licence lines" "split the file named above" lint_rules
  step lint-shell "Checking the shell scripts" "fix what shellcheck names above" lint_shell
  step lint-format "Checking the format of ${#LW_SOURCES[@]} files" "run './dev format'" lint_format
  step lint-prepare "Preparing clang-tidy" "read CMake's or clang's message above" lint_prepare
  step lint-tidy "Looking for bugs with clang-tidy" \
    "fix what is named above; all of it is in build/logs/lint-tidy.log" lint_tidy
  say "No findings."
}
