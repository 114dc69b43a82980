# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The demo: the real console with its embedded back end, on the screen that is there or on a virtual one.

# Starts a virtual X server that only this script's programs can use; sets DISPLAY and XAUTHORITY.
start_virtual_display() {
  local dir cookie tries number=''
  temp_dir dir
  cookie=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  xauth -q -f "$dir/server" add :0 . "$cookie" 2>/dev/null
  start_group Xvfb -displayfd 1 -screen 0 2048x1280x24 -nolisten tcp -noreset -auth "$dir/server" >"$dir/number" 2>"$dir/log"
  LW_XVFB=$LW_PID
  for ((tries = 0; tries < 300; tries++)); do
    number=$(head -n 1 "$dir/number")
    [[ -z $number ]] || break
    kill -0 "$LW_XVFB" 2>/dev/null || break
    sleep 0.1
  done
  if [[ -z $number ]]; then
    sed 's/^/    /' "$dir/log" >&2
    die "The virtual X server did not start." "check that /tmp is writable; or run the demo where there is a display"
  fi
  xauth -q -f "$dir/client" add ":$number" . "$cookie" 2>/dev/null
  export DISPLAY=:$number XAUTHORITY=$dir/client
  unset WAYLAND_DISPLAY
}

# run_demo [--headless]
run_demo() {
  local headless='' status=0
  case ${1:-} in
    '') ;;
    --headless) headless=1 ;;
    *) usage_error "'./dev demo' has no option '$1'; it has --headless." ;;
  esac
  [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]] || headless=1
  build_preset release linewarden linewardend

  if [[ -z $headless ]]; then
    heading "The console opens with its own back end; closing it, or Ctrl-C here, ends both."
    start_group build/release/bin/linewarden --demo
    wait "$LW_PID" || status=$?
    forget_group "$LW_PID"
    ((status == 0)) || die "The console ended with status $status." "run './dev demo --headless' if this display cannot be used"
    return 0
  fi

  rm -rf -- demo-output
  mkdir demo-output
  start_virtual_display
  heading "No display: the console runs on a virtual one ($DISPLAY) and writes to demo-output/."
  QT_QPA_PLATFORM=xcb start_group build/release/bin/linewarden --demo --demo-output demo-output
  wait "$LW_PID" || status=$?
  forget_group "$LW_PID"
  end_group "$LW_XVFB"
  forget_group "$LW_XVFB"
  ((status == 0)) || die "The demo ended with status $status." "read its messages above"
  heading "Made:"
  find demo-output -type f -printf '  %p (%s bytes)\n' | sort
}
