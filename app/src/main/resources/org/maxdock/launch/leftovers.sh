# shellcheck shell=bash
# run as: bash -c THIS bash VERB. Says what there is of the user's launches on this host, and which of them somebody holds.
# Whose a process is nobody else can write; what a label says is held against that where it can be.
# A container has processes of its own; folders of its own may a session have, or a job (pam_namespace, job_container.conf).
here=$(readlink /proc/self/ns/pid)

# a variable $2 of the environment of process $1
variable() { tr '\0' '\n' 2>/dev/null < "/proc/$1/environ" | sed -n "s/^$2=//p" | head -n 1; }

# whether who started process $1 is still there: its connection, MaxDock, or, of a script run by hand, its user, whose business it is
held() {
  local pid=$1
  [ -n "$(variable "$1" MAXDOCK_TAB)" ] || return 0
  while [ "$pid" -gt 1 ]; do
    case $(cat "/proc/$pid/comm" 2>/dev/null) in sshd* | java | maxdock*) return 0 ;; esac
    pid=$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$pid/status" 2>/dev/null)
    [ -n "$pid" ] || return 1
  done
  return 1
}

# the processes of mine whose words match $1, but those in containers
# 2 where nobody can tell
mine() {
  local pid all
  all=$(pgrep -u "$EUID" -f -- "$1") || [ $? = 1 ] || return 2
  for pid in $all; do
    if [ "$(readlink "/proc/$pid/ns/pid" 2>/dev/null)" = "$here" ]; then echo "$pid"; fi
  done
}

# whether anything of a launch's step $1 runs on this host: what holds its containers, or who would clear them up;
# so too where nobody can tell
step_runs() {
  local pid all
  all=$(pgrep -u "$EUID") || return 0 # this script is one itself
  for pid in $all; do
    if grep -qzx "MAXDOCK_STEP=$1" "/proc/$pid/environ" 2>/dev/null &&
      [ "$(readlink "/proc/$pid/ns/pid" 2>/dev/null)" = "$here" ]; then return 0; fi
  done
  return 1
}

mark_held() {
  local pid all
  all=$(mine "$1") || return 0
  for pid in $all; do if held "$pid"; then return 0; fi; done
  return 1
}

# without it, nothing; in Go's quotes, since a label may have lines that look like records
label() { echo "{{with index .Config.Labels \"maxdock.$1\"}}{{printf \"%q\" .}}{{end}}"; }

# the text $1 out of these quotes, where it is plain: what is not is no name of ours, and is shown as it is
plain() {
  local text=${1#\"}
  text=${text%\"} text=${text//\\\"/\"}
  printf %s "${text//\\\\/\\}"
}

containers() {
  local all id mode user name image job step mark launch held owner
  command -v docker >/dev/null || return 0
  all=$(timeout -k 1 20 docker ps --all --quiet --no-trunc --filter "label=maxdock.user=$(id -un)" 2>/dev/null) ||
    case $? in 124 | 137) echo "the engine does not answer" >&2; exit 1 ;; esac # else there is none, and nothing is left in it
  [ -n "$all" ] || return 0
  echo "$all" | xargs -r timeout -k 1 20 docker inspect --format \
    "{{.Id}}|{{.HostConfig.UsernsMode}}|{{printf \"%q\" .Config.User}}|{{.Name}}|{{.Image}}|$(label job)|$(label step)|$(label mark)|$(label launch)" 2>/dev/null |
    while IFS='|' read -r id mode user name image job step mark launch; do
      find_owner "$id" 0 "$mode" "$(plain "$user")" # as it is said ahead of this script
      if [ "$owner" != "$EUID" ] || ! labelled "$image" "$mark"; then
        echo "others ${SLURMD_NODENAME:--} $id"
        continue
      fi
      job=$(plain "$job") step=$(plain "$step") mark=$(plain "$mark")
      held=no
      if [ -n "$step" ]; then
        if step_runs "$step"; then held=yes; fi
      elif [ -z "$job" ]; then
        # on this server itself: its client knows the mark
        if [ -n "$mark" ] && mark_held "$mark"; then held=yes; fi
      else
        held=unknown
      fi
      echo "container ${SLURMD_NODENAME:--} $id ${name#/} ${job:--} $held $(plain "$launch")"
    done
}

folders() {
  local folder of
  for folder in /tmp/maxdock-[0-9]*-[0-9]* /tmp/maxdock.[0-9]*.*; do
    if [ ! -d "$folder" ] || [ -L "$folder" ] || [ ! -O "$folder" ]; then continue; fi
    of=${folder#/tmp/maxdock-}
    case $folder in
      /tmp/maxdock-*) if step_runs "$of"; then continue; fi ;;
      *)
        of=${folder#/tmp/maxdock.} # on this server itself: the number is its process's
        if [ -O "/proc/${of%%.*}" ]; then continue; fi ;;
    esac
    echo "folder ${SLURMD_NODENAME:--} $folder"
  done
}

# what the site's scripts keep for jobs, of mine: by paths with $USER and $JOB in them
kept() {
  local pattern path me
  me=$(id -un)
  for pattern; do
    pattern=${pattern//\$USER/$me}
    for path in "${pattern%%\$JOB*}"[0-9]*"${pattern#*\$JOB}"; do
      if [ -O "$path" ] && [ ! -L "$path" ] && [ ! -L "${path%/*}" ]; then echo "kept ${SLURMD_NODENAME:--} $path"; fi
    done
  done
}

# whether there is container $1, as far as its engine answers; where a plugin lets only owners ask, one that is gone is nobody's
may_be_there() {
  timeout -k 1 20 docker inspect -- "$1" >/dev/null 2>&1
  case $? in 0 | 124 | 137) return 0 ;; esac
  return 1
}

# removes container $1; says why it could not, such as that the engine does not answer
remove() {
  local said
  said=$(timeout -k 1 60 docker rm --force --volumes -- "$1" 2>&1 >/dev/null) && return 0
  case $? in
    124 | 137) said="the engine does not answer" ;;
    127) return 0 ;; # there is no docker any more
  esac
  case $said in *"No such container"* | *"already in progress"*) return 0 ;; esac # it is gone, or goes
  echo "container $1: $said" >&2
  return 1
}

case $1 in
  left) # what is there of containers and folders, and PATTERN… of what the site's scripts keep
    containers
    folders
    shift
    kept "$@" ;;
  held) # the marks of launches that somebody holds, and a last line that says that these are all
    all=$(mine 'maxdock:[0-9a-f]{8}-') || exit
    for pid in $all; do
      if held "$pid"; then tr '\0' '\n' 2>/dev/null < "/proc/$pid/cmdline" | grep -oE 'maxdock:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'; fi
    done | sort -u
    echo end ;;
  stop) # container ID | folder PATH
    case $2 in
      container) remove "$3" || exit ;;
      folder) # with the container that is known by what stands in it, or nobody would find that again
        if [ -O "$3" ] && [ ! -L "$3" ]; then
          id=$(head -c 64 -- "$3/container.id" 2>/dev/null | grep -x '[0-9a-f]\{64\}')
          if [ -n "$id" ] && may_be_there "$id" && ! remove "$id"; then exit 1; fi
          rm -rf -- "$3" || exit
        fi ;;
    esac ;;
esac
true
