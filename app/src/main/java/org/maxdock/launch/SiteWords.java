package org.maxdock.launch;

import java.util.List;
import java.util.regex.Pattern;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.host.shell.Shell;

/**
 * What reaches Docker through the site's dockerrun and dockercluster. These split the words that they are given again,
 * at blanks, and expand what looks like a pattern; an empty word is lost. So what would not survive that goes in by
 * file: variables and labels by those that Docker reads, a folder by a link, the command as a script of the container's
 * sh. Anything else is refused before it starts.
 */
final class SiteWords {

    private static final Pattern TAKEN_APART = Pattern.compile("[ \\t\\n*?\\[\\\\]");

    private static final Pattern FILED = Pattern.compile("[^#=\\s][^=\\s]*(?:=[^\n\r]*)?");

    /** Says whether a file of variables, or of labels, can hold one. */
    static final String LINE = """
            # as Docker reads files of variables: one in a line, without a blank in its name
            line() { [[ $1 != *[$'\\n\\r']* && $1 == [!#]* && ${1%%=*} != *[[:space:]]* && ${#1} -lt 15000 ]]; }
            """;

    /**
     * {@code by_file OPTION…} sets {@code options} to those that can go on as words, {@code variables} to what no file
     * of variables can hold, and {@code entrypoint}, if the image's own is replaced.
     */
    private static final String BY_FILE = """
            # the site's script splits its words again and expands patterns: what would not survive that goes in by file
            special=$' \\t\\n*?[\\\\'
            # whether all of these words survive
            whole() { local w; for w; do [[ -n $w && $w != *["$special"]* ]] || return 1; done; }
            # says what does not, and ends
            apart() { stop "the site's script would take this apart at blanks or * ? [, and nothing was started: $1"; }
            # sets options to what can go on as words, and writes the rest to files that docker reads
            by_file() {
              local word together=no environment=() labels=()
              options=() variables=() replaced=no entrypoint=()
              while (($#)); do
                word=$1; shift
                case $word in --env | --label | --entrypoint) word=$word=$1; shift ;; esac
                case $word in
                  --env=*) environment+=("${word#*=}") ;;
                  -e?*) word=${word:2}; environment+=("${word#=}") ;;
                  --label=*) labels+=("${word#*=}") ;;
                  -l?*) word=${word:2}; labels+=("${word#=}") ;;
                  --entrypoint=?*) replaced=yes entrypoint=("${word#*=}") ;;
                  --entrypoint=) replaced=yes entrypoint=() ;;
                  *) whole "$word" || apart "$word"; options+=("$word") ;;
                esac
              done
              echo '#' > "$etc/environment"; echo '#' > "$etc/labels"
              # in one place, or they would change their order
              if whole ${environment[@]+"${environment[@]}"}; then together=yes; fi
              for word in ${environment[@]+"${environment[@]}"}; do
                if [[ $together == yes ]]; then options+=(--env "$word")
                elif line "$word"; then printf '%s\\n' "$word" >> "$etc/environment"
                else variables+=("$word"); fi
              done
              for word in ${labels[@]+"${labels[@]}"}; do
                if whole "$word"; then options+=(--label "$word")
                elif line "$word"; then printf '%s\\n' "$word" >> "$etc/labels"
                else apart "$word"; fi
              done
              options+=(--env-file "$etc/environment" --label-file "$etc/labels")
            }
            """;

    private static final String COMMAND_FILE = """
            # variables, and the words, as a script of the container's sh
            command_file() {
              local LC_ALL=C word odd=() quote="'\\\\''"
              for word in ${variables[@]+"${variables[@]}"}; do
                if [[ ${word%%=*} =~ ^[A-Za-z_][A-Za-z0-9_]*$ && $word == *=* ]]; then
                  printf "export '%s'\\n" "${word//\\'/$quote}"
                else odd+=("$word"); fi
              done
              if ((${#odd[@]})); then set -- env "${odd[@]}" sh -c 'exec "$@"' sh "$@"; fi
              printf exec
              for word; do printf " '%s'" "${word//\\'/$quote}"; done
              echo
            }
            """;

    private SiteWords() {}

    /** Functions of bash: {@code by_file OPTION…} and what it needs. */
    static String byFile(Launch launch) {
        return (ScriptValues.any(launch) ? "" : LINE) + BY_FILE;
    }

    /** Whether a word comes through the site's scripts as it is. */
    static boolean survives(String word) {
        return !word.isEmpty() && !TAKEN_APART.matcher(word).find();
    }

    /** Whether an option comes through: as a word, or in a file of variables or labels. */
    static boolean hasAWay(String option) {
        String[] named = option.split("=", 2);
        if (List.of("--env", "--label").contains(named[0]) && named.length == 2) {
            return named[0].equals("--env") || FILED.matcher(named[1]).matches();
        }
        return survives(option) || option.startsWith("-e") || option.startsWith("--entrypoint=");
    }

    /** Lines that have {@code run} and {@code command} come whole through dockerrun, where that is what runs. */
    static String throughDockerrun(LaunchPlan plan) {
        RunConfiguration image = plan.record().identity().run();
        return byFile(plan.launch())
                + COMMAND_FILE
                + """
                if [[ ${run[0]} == dockerrun ]]; then
                  own=(%s) words=("${command[@]:1}")
                  by_file "${run[@]:1}"
                  if ! whole ${words[@]+"${words[@]}"} ${entrypoint[@]+"${entrypoint[@]}"} || ((${#variables[@]})) || \
                [[ $replaced == yes && ${#entrypoint[@]} == 0 ]]; then
                    if [[ $replaced == no ]]; then
                      entrypoint=(${own[@]+"${own[@]}"})
                      if ((!${#words[@]})); then words=(%s); fi
                    fi
                    words=(${entrypoint[@]+"${entrypoint[@]}"} ${words[@]+"${words[@]}"})
                    ((${#words[@]})) || stop "the image has no command of its own, and none was given: give one"
                    command_file "${words[@]}" > "$etc/command"
                    options+=(--mount "type=bind,src=$etc/command,dst=/maxdock.command,readonly")
                    replaced=yes entrypoint=(sh) command=("$id" /maxdock.command)
                  fi
                  if [[ $replaced == yes ]]; then options+=(--entrypoint "${entrypoint[0]}"); fi
                  run=(dockerrun "${options[@]}")
                fi
                """.formatted(Shell.joinForBash(image.entrypoint()), Shell.joinForBash(image.command()));
    }
}
