package org.maxdock.host.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A script after the start-up files of a login shell, where nobody waits for its mark, as on a node that another script
 * has work to do on: these files get no input there, and what they print goes nowhere. What they set is asked of a
 * shell of its own, so that the script runs whatever they do: where they end that shell, put another in its place, or
 * take more than a minute, that is told on standard error, and the site's settings alone (/etc/profile) are taken.
 */
public final class QuietLogin {

    /**
     * For {@code bash -c}; then come a name, the script, and the script's arguments. Its variables have names that
     * nobody else has, so that what the user has exported stays as it is, and after the settings none is its own any
     * more. The answer of the shell that is asked ends with a NUL; who has said all and ended may not be read to the
     * end yet, on a busy node. Which job this is, and which GPUs this step was granted, is SLURM's to say, not that of
     * start-up files; and where a login goes is for who logs in: who stands in a folder of their own stays there.
     */
    public static final String LINE = """
            unset -v _maxdock_say _maxdock_set _maxdock_p _maxdock_pid _maxdock_n _maxdock_v
            # what start-up files set is asked of a shell of its own
            _maxdock_say='\\exec /usr/bin/env -u SHELLOPTS -u BASHOPTS -u POSIXLY_CORRECT -u BASH_COMPAT \
            -u BASH_ENV "$BASH" --norc -c "
            export -p; export -fp; umask -p; printf \\"builtin cd -- %q\\\\n\\\\0\\" \\"\\$PWD\\"" >&62'
            # sets settings to what a bash of these words reports
            _maxdock_ask() {
              _maxdock_n=0 _maxdock_set=
              exec 60< <(exec 62>&1 </dev/null >/dev/null 2>&1; echo "$BASHPID" >&62; exec setsid "$BASH" "$@")
              IFS= read -r _maxdock_pid <&60 || return
              until IFS= read -r -d '' -t 1 _maxdock_p <&60; do
                [[ $? -gt 128 ]] || return
                [[ -n $_maxdock_p ]] || kill -0 "$_maxdock_pid" 2>/dev/null || return
                _maxdock_set+=$_maxdock_p
                if ((++_maxdock_n == 60)); then kill -KILL -- "-$_maxdock_pid"; return 1; fi
              done
              _maxdock_set+=$_maxdock_p
            }
            if ! _maxdock_ask -l -c "$_maxdock_say"; then
              echo "MaxDock: your start-up files on $(uname -n) end bash, put another shell in its place," \
              "or take more than a minute; the site's settings alone are taken" >&2
              _maxdock_ask --norc -c ". /etc/profile; $_maxdock_say" || _maxdock_set=
            fi
            exec 60<&-
            if [[ -n $_maxdock_set ]]; then # which job this is, and its GPUs, SLURM says
              _maxdock_set+='
                for _maxdock_v in "${!SRUN_@}" "${!SLURM_@}"; do
                  case $_maxdock_v in
                    SLURM_CONF | SLURM_CONF_SERVER | SLURM_JWT) ;;
                    *) unset -v "$_maxdock_v" ;;
                  esac
                done
                unset -v _maxdock_v
              '
              for _maxdock_v in "${!SLURM_@}"; do _maxdock_set+="$(declare -p "$_maxdock_v"); "; done
              for _maxdock_v in CUDA_VISIBLE_DEVICES GPU_DEVICE_ORDINAL ROCR_VISIBLE_DEVICES ZE_AFFINITY_MASK; do
                if [[ -n ${SLURM_STEP_GPUS:-}${SLURM_JOB_GPUS:-}${SLURM_GPUS_ON_NODE:-} && -n ${!_maxdock_v:-} ]]
                then _maxdock_set+="$(declare -p "$_maxdock_v"); "; fi
              done
              if [[ ! $PWD -ef ${HOME:-/} ]]; then
                printf -v _maxdock_v 'builtin cd -- %q' "$PWD"
                _maxdock_set+=$_maxdock_v
              fi
              unset -v $(compgen -e)
              eval "$_maxdock_set"
            fi
            exec "$BASH" -c "$1" bash "${@:2}"
            """;

    private QuietLogin() {}

    /** The words that run a script so. */
    public static List<String> words(String script, Collection<String> arguments) {
        List<String> words = new ArrayList<>(List.of("bash", "-c", LINE, "bash", script));
        words.addAll(arguments);
        return words;
    }
}
