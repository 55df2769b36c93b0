# shellcheck shell=bash disable=SC2016,SC2154,SC2317 # traps call functions; in single quotes nothing is for this shell
# Builds an image with BuildKit by this host's own client. What is said goes to standard error, the image's ID to
# standard output. Standard input brings secrets, build arguments (buildarguments.sh, which stands before this) and the
# Dockerfile, then what is built from where that is sent, and ends the build when it closes. Where a folder is kept here
# (foldercopy.sh, which stands before this), its copy is brought up to date first.
mode=$1 dockerfile=$2 tag=$3 at=$4 names=$5 secrets=$6 arguments=$7 buildx=$8
shift 8
exec 3<&0 </dev/null
work=$(mktemp -d -- "${TMPDIR:-/tmp}/maxdock-build.XXXXXX") || exit
exec 4<"$work"
# Nothing can be cleared up by who is killed, as a step of a job is: so the next build does it. What is used is locked.
if command -v flock >/dev/null; then
  flock 4
  for old in "${work%.*}".*; do
    if [ -O "$old" ] && [ -d "$old" ] && [ ! -h "$old" ] && [ -z "$(find "$old" -maxdepth 0 -mmin -5)" ]; then
      flock -n -- "$old" rm -rf -- "$old"
    fi
  done
fi
client=none
clear_up() {
  trap '' TERM HUP INT
  kill -KILL -- "-$client" 2>/dev/null
  rm -rf -- "$work" ${names:+"$names"} ${busy:+"$busy"}
}
end() {
  kill -TERM -- "-$client" 2>/dev/null
  { for ((n = 0; n < 50; n++)); do
      sleep 0.2
      kill -0 -- "-$client" || exit
    done
    kill -KILL -- "-$client"
  } >/dev/null 2>&1 &
}
trap clear_up EXIT
trap end TERM HUP INT

values=()
build=(docker build --progress=plain --iidfile "$work/id" ${tag:+--tag "$tag"} "$@")
[ -z "$buildx" ] || build+=(--metadata-file "$work/said")
for ((i = 0; i < secrets; i++)); do
  IFS= read -r id <&3 && IFS= read -r value <&3 || exit
  value=$(printf %s "$value" | base64 -d && printf x) || exit # its last line ends are its own
  values[i]=${value%x}
  build+=(--secret "id=$id,env=MAXDOCK_SECRET_$i")
done
for ((i = 0; i < arguments; i++)); do
  IFS= read -r value <&3 && argument "$value" || exit
done
build+=("${build_arguments[@]}")

# A Dockerfile of its own, outside of what is built from, and what is left out of that.
own=''
IFS= read -r n <&3 || exit
if [ "$n" != - ]; then
  own=$work/Dockerfile
  head -c "$n" <&3 >"$own" && IFS= read -r n <&3 && head -c "$n" <&3 >"$own.dockerignore" || exit
fi
if [ "$mode" = kept ]; then
  if keep "$at"; then
    at=$copies/$at
  else
    echo "none $(head -n 1 "$work/why" | cut -c 1-300)"
    mode=sent own=
  fi
fi
build+=(--file "${own:-$dockerfile}")
for ((i = 0; i < secrets; i++)); do
  export "MAXDOCK_SECRET_$i=${values[i]}" # for none but docker
done
unset value values

lifeline() {
  cat <&3
  kill -TERM $$
}
# Docker would take half of what may not be read, too.
readable() {
  xargs -0 -r -a "$names" bash --norc -p -c 'for f; do
    [ -r "$f" ] || [ -h "$f" ] || { echo "no permission to read from $f"; exit 255; }
  done' bash 2>/dev/null # which has something of its own to say then
}
run() {
  set -o pipefail
  case $mode in
    sent) { parts; lifeline >/dev/null 2>&1 & } | with_arguments "${build[@]}" - ;;
    these)
      cd -- "$at" && readable || exit
      lifeline >/dev/null 2>&1 &
      # 1 is for a file that changed meanwhile, of which all the same there is something
      { tar --create --no-recursion --null --verbatim-files-from --files-from="$names" \
        --owner=0 --group=0 --numeric-owner || [ $? -eq 1 ]; } | with_arguments "${build[@]}" - ;;
    folder | kept)
      cd -- "$at" || exit
      lifeline >/dev/null 2>&1 &
      with_arguments "${build[@]}" "$PWD" ;;
  esac
}
export DOCKER_BUILDKIT=1 BUILDX_NO_DEFAULT_ATTESTATIONS=1 # one manifest where the image has one
set -m
run >&2 &
client=$!
set +m
while :; do
  wait "$client"
  status=$?
  kill -0 "$client" 2>/dev/null || break
done
# Of its configuration's digest and its manifest's, the one that it has here: containerd's store has it by its manifest.
image() {
  local id
  id=$(sed -n 's/.*"containerimage\.digest": *"\(sha256:[0-9a-f]*\)".*/\1/p' "$work/said" 2>/dev/null | head -n 1)
  if [ -n "$id" ] && docker image inspect --format '' "$id" >/dev/null 2>&1; then printf %s "$id"; else cat "$work/id"; fi
}
if [ "$status" = 0 ]; then image; fi
exit "$status"
