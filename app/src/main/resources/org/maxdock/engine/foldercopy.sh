# shellcheck shell=bash disable=SC2034,SC2154 # $work and $busy are the including script's
# Copies of folders of users' machines on this host, each brought up to date before a build from it; one build at a time
# uses one. $copies/NAME is the copy; NAME.state says what it is, and how it looked when it was left; NAME.lock is held
# while it is used, and NAME.busy says by which host: not all file systems tell others of locks. Who includes this has a
# folder of its own, $work, and removes $busy when it ends.
case ${XDG_CACHE_HOME-} in
  /*) copies=$XDG_CACHE_HOME/maxdock/contexts ;;
  *) copies=$HOME/.cache/maxdock/contexts ;;
esac
unused=14 # days after which a copy goes
stale=360 # minutes after which another host is not thought to use it
busy=''

# How a copy looks, without contents: whether it is as it was left. Fails where not all of it can be seen.
look() (
  set -o pipefail
  cd -- "$1" || exit
  find . -mindepth 1 \( -type d -printf 'd %m %P\0' -o -printf '%y %m %s %T@ %P/%l\0' \) |
    LC_ALL=C sort -z | sha256sum | cut -d ' ' -f 1
)
# All that is in a copy, with contents: kind, mode, time and name, and where a link leads, or which file it is of those with
# several names; then digests and names.
listing() (
  set -o pipefail
  cd -- "$1" || exit
  find . -mindepth 1 \( -type f -links +1 -printf 'h %m %T@ %P\0%i\0' -o -printf '%y %m %T@ %P\0%l\0' \) || exit
  printf '\0'
  find . -type f -print0 | xargs -0 -r sha256sum -z --
)
# Whether the user can change what is in it, whatever modes the folders in it have.
open_up() {
  find "$1" -type d ! -perm -700 -exec chmod u+rwx {} \;
}
# Removes a copy and lets go of its lock.
forget() {
  if [ -d "$1" ]; then open_up "$1"; fi
  rm -rf -- "$1" "$1.state" "$1.new" "$1.probe" "$1.busy"
  [ -e "$1" ] || rm -f -- "$1.lock"
  [ "$busy" != "$1.busy" ] || busy=''
  exec 9>&-
}
# Takes the lock of a copy as file descriptor 9, waiting so many seconds; fails where another build has it.
hold() {
  local here limit=(-w "$2")
  here=$(uname -n)
  [ "$2" != 0 ] || limit=(-n)
  (: >>"$1.lock") 2>/dev/null || return
  exec 9>>"$1.lock"
  if flock "${limit[@]}" 9 && [ "$1.lock" -ef /dev/fd/9 ]; then
    if ln -s "$here" "$1.busy" 2>/dev/null; then busy=$1.busy; return; fi
    # one of this host has gone without a word: it has no lock
    if [ "$(readlink "$1.busy")" = "$here" ] || [ -n "$(find "$1.busy" -mmin "+$stale" 2>/dev/null)" ]; then
      ln -sfn "$here" "$1.busy" && busy=$1.busy && return
    fi
  fi
  exec 9>&-
  return 1
}
# Removes the copies that no build uses just now; of them those whose locks find finds by these words.
forget_those() {
  local lock
  while IFS= read -r -d '' lock; do
    (if hold "${lock%.lock}" 0; then forget "${lock%.lock}"; fi)
  done < <(find "$copies/" -mindepth 1 -maxdepth 1 -name '[0-9a-f]*.lock' "$@" -print0)
}
# Whether files can be in that folder what they are elsewhere: some file systems know no modes, or no pipes.
faithful() {
  rm -rf -- "$1" && mkdir -- "$1" || return
  (cd -- "$1" && : >f && chmod 4751 f && mkdir d && chmod 1730 d && ln -s /n l && mkfifo p &&
    [ "$(stat -c '%a %f' f d l | tr '\n' ' ')" = '4751 89e9 1730 43d8 777 a1ff ' ] && [ -p p ])
  set -- $? "$1"
  rm -rf -- "$2"
  return "$1"
}
# The parts of a tar, each after its length; one that is cut shall not be taken for a whole one, and is spoiled.
parts() {
  local n
  while IFS= read -r n <&3; do
    [ "$n" != 0 ] || return
    head -c "$n" <&3 || break
  done
  head -c 512 /dev/zero | tr '\0' '\377'
}
# Gives files in this folder the times of which each stands before the names that get it, as ./NAME does.
set_times() {
  local word time='' these=() length=0
  while IFS= read -r -d '' word; do
    case $word in ./*) these+=("$word") length=$((length + ${#word})) ;; esac
    if [ "${word:0:2}" != ./ ] || [ "$length" -gt 100000 ]; then
      [ ${#these[@]} = 0 ] || touch -c -h -d "$time" -- "${these[@]}" || return
      these=() length=0
    fi
    case $word in @*) time=$word ;; esac
  done
  [ ${#these[@]} = 0 ] || touch -c -h -d "$time" -- "${these[@]}"
}
# Changes a copy: names that go, times that are set, a tar of what is new, what the copy is then. Fails where it cannot
# be written.
change() {
  local n now seen written=0
  rm -f -- "$1.state"
  open_up "$1"
  IFS= read -r n <&3 && head -c "$n" <&3 >"$work/gone" || exit
  IFS= read -r n <&3 && head -c "$n" <&3 >"$work/times" || exit
  (cd -- "$1" && xargs -0 -r -a "$work/gone" rm -rf -- && set_times <"$work/times") 2>"$work/why" || written=1
  parts | (
    cd -- "$1" && tar --extract --preserve-permissions --no-same-owner --delay-directory-restore 2>>"$work/why" && exit
    cat >/dev/null # who sends it is to come to the end
    exit 1
  ) || written=1
  IFS= read -r now <&3 || exit
  [ "$written" = 0 ] && seen=$(look "$1" 2>>"$work/why") && [ -n "$seen" ] && printf '%s %s\n' "$now" "$seen" >"$1.new" &&
    mv -- "$1.new" "$1.state"
}
# Brings the copy of that name up to date, as the other end of file descriptor 3 says; fails where there can be none.
keep() {
  local was='' left='' seen word copy=$copies/$1
  (umask 077 && mkdir -p -- "$copies") 2>"$work/why" || return
  echo 'the folder of the copies belongs to somebody else, or there is no flock' >"$work/why"
  [ -O "$copies" ] && command -v flock >/dev/null || return
  forget_those -mtime "+$unused"
  hold "$copy" 20 || { echo 'another build uses it' >"$work/why"; return 1; }
  (umask 077 && mkdir -p -- "$copy") 2>"$work/why" && touch -- "$copy.lock" || return
  { read -r was left <"$copy.state"; } 2>/dev/null
  seen=$(look "$copy") || seen=
  if [ -z "$was" ] || [ -z "$seen" ] || [ "$left" != "$seen" ]; then
    was='?'
    rm -f -- "$copy.state"
    open_up "$copy"
    find "$copy" -type f ! -perm -400 -exec chmod u+r {} \; # it is to be listed
    [ -n "$(find "$copy" -mindepth 1 -maxdepth 1 -print -quit)" ] || was=-
    faithful "$copy.probe" 2>"$work/why" || { forget "$copy"; return 1; }
  fi
  echo "at $was"
  IFS= read -r word <&3 || exit
  if [ "$word" = list ]; then
    if ! (set -o pipefail && listing "$copy" | gzip -c >"$work/listing") || ! [ -s "$work/listing" ]; then
      echo "$copy cannot be listed" >&2
      exit 1
    fi
    wc -c <"$work/listing"
    cat -- "$work/listing"
    IFS= read -r word <&3 || exit
  fi
  case $word in
    same) return ;;
    whole) forget "$copy"; echo 'something in it may not be read by its owner' >"$work/why"; return 1 ;;
  esac
  if change "$copy"; then echo kept; else forget "$copy"; return 1; fi
}
