# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the person at the terminal sees: steps with their elapsed time, one-sentence failures with a remedy; and the
# bookkeeping that makes Ctrl-C end everything this script started.

LW_LOGS=$LW_ROOT/build/logs
LW_CHILDREN=()
LW_TEMP=()

if [[ -t 1 && -z ${NO_COLOR:-} ]]; then
  LW_BOLD=$'\e[1m' LW_RED=$'\e[31m' LW_GREEN=$'\e[32m' LW_PLAIN=$'\e[0m'
else
  LW_BOLD='' LW_RED='' LW_GREEN='' LW_PLAIN=''
fi

say() { printf '%s\n' "$*"; }

# die SENTENCE [REMEDY]: what went wrong and what to try, then exit 1.
die() {
  printf '%s\n' "${LW_RED}dev: $1${LW_PLAIN}" >&2
  [[ -z ${2:-} ]] || printf '     Try: %s\n' "$2" >&2
  exit 1
}

# usage_error SENTENCE: the command line cannot be understood; exit 2.
usage_error() {
  printf 'dev: %s\n' "$1" >&2
  exit 2
}

# A directory that is gone when the script ends, however it ends.
temp_dir() {
  local -n result=$1
  result=$(mktemp -d "${2:-${TMPDIR:-/tmp}/linewarden.XXXXXX}")
  LW_TEMP+=("$result")
}

# Ends a process group we started: politely, then surely.
end_group() {
  local pid=$1 tries
  kill -TERM -- "-$pid" 2>/dev/null || return 0
  for ((tries = 0; tries < 50; tries++)); do
    kill -0 -- "-$pid" 2>/dev/null || return 0
    sleep 0.1
  done
  kill -KILL -- "-$pid" 2>/dev/null || true
}

cleanup() {
  local status=$? pid dir
  trap - EXIT INT TERM HUP
  for pid in "${LW_CHILDREN[@]}"; do end_group "$pid"; done
  for dir in "${LW_TEMP[@]}"; do
    [[ ! -d $dir ]] || rm -rf -- "$dir" 2>/dev/null || as_root rm -rf -- "$dir"
  done
  exit "$status"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

# start_group COMMAND...: runs it in the background as a process group of its own; its id is in LW_PID.
start_group() {
  set -m
  "$@" </dev/null &
  LW_PID=$!
  set +m
  LW_CHILDREN+=("$LW_PID")
}

# Forgets a group that has ended.
forget_group() {
  local pid kept=()
  for pid in "${LW_CHILDREN[@]}"; do [[ $pid == "$1" ]] || kept+=("$pid"); done
  LW_CHILDREN=("${kept[@]}")
}

# Writes the elapsed time beside the running step, with the build's own count when the log holds one: each second on a
# terminal, each half minute in a log.
tick() {
  local title=$1 log=$2 begun=$SECONDS idle count
  exec {idle}<> <(:)
  while :; do
    [[ -t 1 ]] || read -r -t 30 -u "$idle" || true
    count=$(tail -c 4000 "$log" 2>/dev/null | grep -aoE '^\[[0-9]+/[0-9]+\]' | tail -n 1) || true
    if [[ -t 1 ]]; then
      printf '\r\e[K  %s … %s%d s ' "$title" "${count:+$count }" $((SECONDS - begun))
      read -r -t 1 -u "$idle" || true
    else
      printf '  %s … %s%d s\n' "$title" "${count:+$count }" $((SECONDS - begun))
    fi
  done
}

# The part of a log that tells why: from the first failed command of a build, else the end.
show_failure() {
  local first
  first=$(grep -anE -m 1 '^(FAILED:|CMake Error)' "$1" | cut -d: -f1) || true
  if [[ -n $first ]]; then
    tail -n "+$first" "$1" | head -n 60 | cut -c1-400
  else
    tail -n 30 "$1"
  fi | sed 's/^/    /'
}

# step LOG TITLE REMEDY COMMAND...: runs a long command quietly. Its whole output goes to build/logs/LOG.log; when it
# fails, the end of that is shown together with what to try, and the script ends.
step() {
  local log=$LW_LOGS/$1.log title=$2 remedy=$3 status=0 ticker begun=$SECONDS
  shift 3
  mkdir -p "$LW_LOGS"
  [[ -t 1 ]] || printf '  %s …\n' "$title"
  start_group "$@" >"$log" 2>&1
  local pid=$LW_PID
  start_group tick "$title" "$log"
  ticker=$LW_PID
  wait "$pid" || status=$?
  kill -KILL -- "-$ticker" 2>/dev/null || true
  wait "$ticker" 2>/dev/null || true
  forget_group "$ticker"
  forget_group "$pid"
  [[ ! -t 1 ]] || printf '\r\e[K'
  if ((status != 0)); then
    printf '%s\n' "${LW_RED}✗ $title: failed after $((SECONDS - begun)) s. From ${log#"$LW_ROOT"/}:${LW_PLAIN}" >&2
    show_failure "$log" >&2
    die "\"$title\" failed." "$remedy"
  fi
  printf '%s\n' "${LW_GREEN}✓${LW_PLAIN} $title ($((SECONDS - begun)) s)"
}

heading() { printf '%s\n' "${LW_BOLD}$*${LW_PLAIN}"; }
