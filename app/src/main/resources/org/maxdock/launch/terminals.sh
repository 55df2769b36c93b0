# shellcheck shell=bash disable=SC2016,SC2086,SC2317 # run as: bash -l -c THIS bash VERB NAME …
# Terminals that outlive the connection they were opened over, under dtach or else tmux.
# Each has a folder of its own: one that they shared could be removed by one that ends while another begins.
tabs=/tmp/maxdock-tab-$EUID-
# opened from within a job of the user's, a launch has one of its own all the same
unset -v SLURM_JOB_ID SLURM_JOBID MAXDOCK_STEP MAXDOCK_CHECK

place() { name=$1 dir=$tabs$1 at=$tabs$1/s; } # of the terminal of that name

# whether its folder is there, and is what only the user could have made: anybody can make one of that name
ours() { [ -d "$dir" ] && [ ! -L "$dir" ] && [ -O "$dir" ] && [[ $(stat -c %a -- "$dir") == *00 ]]; }

tool() {
  if ours && [ -S "$at" ]; then echo dtach; elif tmux -L maxdock has-session -t "=$name" 2>/dev/null; then echo tmux; fi
}

# gives back the jobs that bear the mark $1; salloc does that itself, unless it was killed, or SLURM was away.
# 1 where there are none, 2 where SLURM does not answer
give_back() {
  local queue jobs
  command -v squeue >/dev/null || return 1
  queue=$(squeue --all --noheader --user="$(id -un)" --format='%i %k' 2>/dev/null) || return 2
  jobs=$(sed -n "s/ $1\$//p" <<<"$queue")
  [ -n "$jobs" ] || return 1
  scancel $jobs 2>/dev/null || return 2
}

# the same at the end of all; where SLURM does not answer, it is tried again beside, for an hour
give_back_at_last() {
  give_back "$1"
  [ $? = 2 ] || return 0
  echo "MaxDock: SLURM does not answer. The job is given back as soon as it does, within an hour;" \
    "by hand: scancel and its number, which squeue shows." >&2
  setsid --fork bash -c "$BASH_EXECUTION_STRING" bash give-back "$1" </dev/null >/dev/null 2>&1
}

# ends what runs in the terminal whose keeper is $1; the job comes first, so that SLURM lets the script on the node clear up
finish() {
  local n
  if give_back "maxdock:$name"; then
    for ((n = 0; n < 100; n++)); do [ -e "/proc/$1" ] || return 0; sleep 0.1; done
  fi
  local script
  script=$(pgrep -P "$1")
  pkill -HUP -P "$1"
  for ((n = 0; n < 10; n++)); do [ -e "/proc/$1" ] || return 0; sleep 0.1; done
  # a script that waits for a program of its own hears of it when that has ended
  [ -z "$script" ] || pkill -HUP -P "${script//$'\n'/,}"
  for ((n = 0; n < 150; n++)); do [ -e "/proc/$1" ] || return 0; sleep 0.1; done
  pkill -KILL -P "$1"
}

# removes what belongs to a terminal, unless it is kept
tidy() { ours && { [ -e "/proc/$(cat "$at.pid" 2>/dev/null || echo none)" ] || rm -rf "$dir"; }; }

# ends a client's side with the status of what ran
leave() {
  local status
  status=255
  if ours; then status=$(cat "$at.status" 2>/dev/null || echo 255); fi
  tidy
  trap - EXIT
  exit "$status"
}

# whether anybody is attached to the terminal that this keeper keeps
attached() {
  local p all
  case $tool in
    dtach)
      all=$(pgrep -u "$EUID" -f -- "^dtach -[Aa] $at ") || [ $? = 1 ] || return 0 # nobody can tell
      for p in $all; do
        case $(readlink "/proc/$p/fd/0") in
          *'(deleted)') kill -KILL "$p" ;; # its terminal is gone, which it may have missed
          /dev/pts/* | /dev/tty*) return 0 ;;
        esac
      done
      return 1 ;;
    *) [ "$(tmux -L maxdock display-message -p -t "=$name:" '#{session_attached}' 2>/dev/null)" != 0 ] ;;
  esac
}

# what is to run comes by the terminal itself, as one line: the name, the values that no argument is to hold, the script;
# blanks between, and in the last two newlines and backslashes escaped
await_script() {
  local line LC_ALL=C settings
  settings=$(stty -g)
  stty raw -echo
  printf 'maxdock: waiting\n'
  IFS= read -r -t 100000000 line || exit 0 # or a TMOUT of the site would end it
  stty "$settings"
  place "${line%% *}"
  line=${line#* }
  printf -v MAXDOCK_VALUES %b "${line%% *}"
  export MAXDOCK_VALUES
  printf -v script %b "${line#* }"
}

# runs $script in a terminal that is kept for $grace seconds when nobody is attached, where there is a tool for it
open_terminal() {
  mkdir -m 700 "$dir" 2>/dev/null || MAXDOCK_TAB=1 exec bash -c "$script"
  trap tidy EXIT
  if command -v dtach >/dev/null; then
    dtach -A "$at" -z -E -r winch bash -c "$BASH_EXECUTION_STRING" bash keep "$name" "$grace" dtach "$script"
  elif command -v tmux >/dev/null; then
    # its server has an environment of its own
    (umask 077; printf 'MAXDOCK_VALUES=%q; export MAXDOCK_VALUES\n%s' "${MAXDOCK_VALUES:-}" "$script" > "$at.sh")
    # without another screen, with which what was shown would go at the end
    tmux -L maxdock -f /dev/null start-server \; set -g terminal-overrides '*:smcup@:rmcup@' \; new-session -s "$name" bash -c "$BASH_EXECUTION_STRING" bash keep "$name" "$grace" tmux '' \; set status off \; set prefix None \; set -s escape-time 0
  else
    tidy
    MAXDOCK_TAB=1 exec bash -c "$script"
  fi >&1
  leave
}

# what runs in the kept terminal: the script, and beside it one who looks whether anybody is attached
keep() { # GRACE TOOL SCRIPT
  local grace=$1 script=$3 status main=$$ parent=$PPID watcher interrupted=no
  tool=$2
  if [ "$tool" = tmux ]; then
    script=$(cat "$at.sh")
    rm -f "$at.sh"
    eval "${script%%$'\n'*}"
    script=${script#*$'\n'}
  fi
  echo $main > "$at.pid"
  ( trap '' HUP INT; exec </dev/null >/dev/null 2>&1; alone=0
    while sleep 1; do
      kill -0 $main || exit
      if attached; then alone=0; else alone=$((alone + 1)); fi
      [ $alone -lt "$grace" ] || finish $main
    done ) &
  watcher=$!
  disown $watcher
  alive() { [ "$(ps -o ppid= -p $main | tr -d ' ')" = $parent ]; } # whether dtach or tmux still holds this terminal
  clear_up() {
    trap '' TERM HUP INT
    kill -KILL $watcher
    give_back_at_last "maxdock:$name"
    rm -f "$at.pid"
    ( for n in 1 2 3 4 5 6 7 8 9; do # who is attached reads the status first
        sleep 2
        [ -e "$at.status" ] || break
      done
      rm -rf "$dir" ) </dev/null >/dev/null 2>&1 &
    trap - EXIT
  }
  trap clear_up EXIT
  trap 'clear_up; exit 129' HUP # one that comes while the trap of EXIT begins would end that half done
  trap 'interrupted=yes' INT
  export MAXDOCK_TAB=1
  bash -c "$script"
  status=$?
  # salloc that is interrupted once it has its job ends with 0 or 1
  if [ $interrupted = yes ] && [ $status -le 1 ]; then status=130; fi
  if alive && attached; then echo $status > "$at.status"; fi
  exit $status
}

verb=$1
place "$2"
case $verb in
  open) # NAME GRACE SCRIPT
    grace=$3 script=$4
    open_terminal ;;
  wait) # - GRACE: opened beforehand
    grace=$3
    await_script
    open_terminal ;;
  wait-unkept) # -: ends with the connection
    await_script
    MAXDOCK_TAB=1 exec bash -c "$script" ;;
  attach)
    case $(tool) in
      dtach) dtach -a "$at" -z -E -r winch ;;
      tmux) tmux -L maxdock attach-session -t "=$name" ;;
      *) exit 254 ;;
    esac
    leave ;;
  foreign) # who has put what is not this user's own in the place of the terminal
    if [ -L "$dir" ] || { [ -e "$dir" ] && ! ours; }; then stat --format='%U (uid %u)' -- "$dir"; fi ;;
  end)
    if ours && pid=$(cat "$at.pid" 2>/dev/null); then
      finish "$pid"
      rm -rf "$dir"
    fi
    true ;;
  list) # the names of those that live, and whether somebody is attached; what is left of others goes
    for dir in "$tabs"*; do
      place "${dir#"$tabs"}"
      ours || continue
      if [ -e "/proc/$(cat "$dir/s.pid" 2>/dev/null || echo none)" ]; then
        tool=$(tool)
        if attached; then echo "$name attached"; else echo "$name alone"; fi
      elif [ -n "$(find "$dir" -maxdepth 0 -mmin +1)" ]; then rm -rf "$dir"; fi # a younger one may be about to begin
    done
    echo end ;;
  keep) keep "${@:3}" ;;
  give-back) # MARK
    for ((n = 0; n < 360; n++)); do
      sleep 10
      give_back "$2"
      [ $? = 2 ] || exit 0
    done ;;
  run) # MARK SCRIPT: runs it to its end without a terminal
    mark=$2
    clear_up() { trap '' TERM HUP INT PIPE; give_back_at_last "$mark"; pkill -HUP -P $$; trap - EXIT; }
    trap clear_up EXIT
    trap 'clear_up; exit 143' TERM
    export MAXDOCK_TAB=1 MAXDOCK_VALUES
    printf -v MAXDOCK_VALUES %b "${MAXDOCK_GIVEN:-}"
    unset -v MAXDOCK_GIVEN
    bash -c "$3" <&0 &
    wait $! ;;
esac
