# shellcheck shell=bash disable=SC2034 # COMPREPLY is what the shell reads
# What has a name somewhere, such as images, nodes and jobs, is asked of maxdock where no command or option is meant.
_maxdock_words() {
  local line word cut name
  COMPREPLY=()
  _complete_maxdock "$@"
  [ "${#COMPREPLY[@]}" -eq 0 ] || return 0
  line=${COMP_LINE:0:$COMP_POINT}
  word=${line##*[[:space:]]}
  cut=''
  # bash puts what is given in the place of what follows the last of these
  case ${COMP_WORDBREAKS-} in *[:=]*) cut=${word%"${word##*[:=]}"} ;; esac
  while IFS= read -r name; do
    [ -z "$name" ] || COMPREPLY+=("$(printf %q "${name#"$cut"}")")
  done <<EOF
$(command maxdock words -- "$line" 2>/dev/null)
EOF
}
complete -F _maxdock_words -o default maxdock
