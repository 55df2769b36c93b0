# shellcheck shell=bash disable=SC2034 # $build_arguments is the including script's
# Build arguments for docker, whose values nobody is to see in the list of processes: docker takes a value from its
# environment where the name stands alone (docker-build(1), --build-arg). Names that mean something there already, to
# this shell or to docker, go with their values all the same, as do those that no variable can have. Stands before all
# else, so that no variable of a script's own is among those that were there.
maxdock_known=$(compgen -v)
build_arguments=()
maxdock_hidden=()
hidden() {
  [[ $1 =~ ^[A-Za-z_][A-Za-z_0-9]*$ ]] || return
  case $1 in
    MAXDOCK_* | maxdock_* | DOCKER_* | BUILDKIT_* | BUILDX_* | COMPOSE_* | MOBY_* | OTEL_* | XDG_*) return 1 ;;
    *_PROXY | *_proxy | LD_* | GLIBC_* | MALLOC_* | SSL_CERT_* | SSH_* | TMPDIR) return 1 ;;
    AWS_* | GOOGLE_* | CLOUDSDK_* | AZURE_* | PASSWORD_STORE_* | GNUPGHOME) return 1 ;; # of credential helpers
    HOSTALIASES | RES_OPTIONS | LOCALDOMAIN) return 1 ;;
    LC_* | LANG | LANGUAGE | TZ | TERM) return 1 ;;
    GODEBUG | GOGC | GOMAXPROCS | GOMEMLIMIT | GOTRACEBACK | NO_COLOR | SOURCE_DATE_EPOCH) return 1 ;;
    GIT_DIR | GIT_WORK_TREE | GIT_SSH* | GIT_EXEC_PATH | GIT_CONFIG*) return 1 ;;
    BASH_* | COMP_* | FUNCNAME | PIPESTATUS | IFS | ENV | CDPATH | GLOBIGNORE | POSIXLY_CORRECT) return 1 ;;
  esac
  [[ $'\n'$maxdock_known$'\n' != *$'\n'"$1"$'\n'* ]]
}
# $1: NAME=VALUE in Base64
argument() {
  local text
  text=$(printf %s "$1" | base64 -d && printf x) || return # its last line ends are its own
  text=${text%x}
  if hidden "${text%%=*}"; then
    maxdock_hidden+=("$text")
    build_arguments+=(--build-arg "${text%%=*}")
  else
    build_arguments+=(--build-arg "$text")
  fi
}
# Becomes what follows, with them; so it is the last of a script or of a shell within it.
with_arguments() {
  for maxdock_each in "${maxdock_hidden[@]}"; do
    unset -v "${maxdock_each%%=*}" # an array would stay one, which no environment holds
    export "${maxdock_each?}"
  done
  exec "$@"
}
