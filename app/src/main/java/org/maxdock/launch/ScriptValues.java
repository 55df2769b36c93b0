package org.maxdock.launch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maxdock.host.shell.Shell;
import org.maxdock.slurm.Mark;

/**
 * The values that a launch gives its container's variables (docker run, --env). They may be secrets, and a process's
 * arguments are shown to every user of its machine (ps(1)), while its environment and a file of mode 0600 are its
 * user's alone (proc(5), /proc/pid/environ). So they stand in a part of the script of their own, which is taken out
 * wherever the script becomes an argument, and go on by the environment; docker reads them from a file.
 */
final class ScriptValues {

    /** Its environment has them, as the text of a function, where they were taken out of the script. */
    static final String VARIABLE = "MAXDOCK_VALUES";

    private static final String BEGIN = "# values of ";
    private static final String END = "# end of values of ";

    /**
     * A script and what was taken out of it.
     *
     * @param values empty for none
     */
    record Parted(String script, String values) {

        /** For printf's %b (bash(1)), in one word. */
        String escapedValues() {
            return values.replace("\\", "\\\\").replace("\n", "\\n").replace(" ", "\\0040");
        }
    }

    /**
     * Bash functions: {@code give_values} has docker read all variables of {@code run} from a file, those that the mode
     * sets first; {@code with_values WORD…} becomes what {@code run} says and these words, in a process of its own.
     * What no such file can hold (line breaks; opts.ParseEnvFile of Docker's client) that process has in its own
     * environment, whence docker takes it by its name, but for names that would make another client of it.
     */
    private static final String FUNCTIONS = """
            # adds a variable to the file that docker reads, or else to run
            give_value() {
              if line "$1"; then printf '%s\\n' "$1" >> "$etc/values"; else run+=(--env "$1"); fi
            }
            # has docker read variables from a file that is yours alone: first those that run has, then your own
            give_values() {
              local all=("${run[@]}") n v
              run=()
              printf '#\\n' > "$etc/values"
              for ((n = 0; n < ${#all[@]}; n++)); do
                if [[ ${all[n]} == --env ]]; then give_value "${all[++n]}"; else run+=("${all[n]}"); fi
              done
              for v in "${values[@]}"; do give_value "$v"; done
              run+=(--env-file "$etc/values")
            }
            # becomes what run says; what no file can hold, docker takes from its own environment
            with_values() {
              local n
              for ((n = 1; n < ${#run[@]}; n++)); do
                if [[ ${run[n - 1]} != --env || ${run[n]} != *=* ]] || line "${run[n]}"; then continue; fi
                if [[ ${run[n]%%=*} =~ ^[A-Za-z_][A-Za-z0-9_]*$ ]]; then
                  case ${run[n]%%=*} in
                    run | n | PATH | HOME | DOCKER_* | LD_* | BASH* | SHELLOPTS | *UID | PPID) ;;
                    *_PROXY | *_proxy | SLURM_* | GO* | LC_* | LANG | TMPDIR | XDG_*) ;;
                    *) export "${run[n]?}"; run[n]=${run[n]%%=*} ;;
                  esac
                fi
              done
              exec "${run[@]}" "$@"
            }
            """;

    /** What other nodes need to do the same. */
    static final String NAMES = " line give_value give_values with_values";

    private ScriptValues() {}

    static boolean any(Launch launch) {
        return !launch.container().given().isEmpty();
    }

    /** The part of the script that holds them; empty where there are none. */
    static String block(LaunchPlan plan) {
        List<String> given = plan.launch().container().given();
        if (given.isEmpty()) {
            return "";
        }
        return given.stream()
                .map(Shell::quoteForBash)
                .collect(Collectors.joining(
                        "\n",
                        "\n" + BEGIN + plan.mark().text() + ", for the container: they stand in no argument\n"
                                + "maxdock_values() {\n  values=(\n",
                        "\n  )\n}\n" + END + plan.mark().text() + "\n"));
    }

    /** The script without that part, and the part. */
    static Parted part(String script, Mark mark) {
        int from = script.indexOf("\n" + BEGIN + mark.text());
        String end = "\n" + END + mark.text() + "\n";
        int to = from < 0 ? -1 : script.indexOf(end, from);
        return to < 0
                ? new Parted(script, "")
                : new Parted(
                        script.substring(0, from) + script.substring(to + end.length() - 1),
                        script.substring(from + 1, to + 1));
    }

    /** Lines of bash that take it out of {@code script}. */
    static String takenOut(LaunchPlan plan) {
        return any(plan.launch()) ? """
                if [[ $script == *$'\\n%1$s'%3$s* ]]; then # it becomes an argument, which everybody can read
                  script=${script%%%%$'\\n%1$s'%3$s*}${script#*$'\\n%2$s'%3$s}
                fi
                """.formatted(BEGIN, END, plan.mark().text()) : "";
    }

    /** The step that has them at hand; none where there are none. */
    static Optional<ScriptStep> step(Launch launch) {
        return any(launch)
                ? Optional.of(
                        new ScriptStep("take_values", "what -e says goes in no argument", """
                if ! declare -F maxdock_values >/dev/null; then eval "${%1$s:?}"; fi
                %1$s=$(declare -f maxdock_values)
                export %1$s
                maxdock_values
                """.formatted(VARIABLE)))
                : Optional.empty();
    }

    /** The functions, where there are values. */
    static String functions(Launch launch) {
        return any(launch) ? SiteWords.LINE + FUNCTIONS : "";
    }

    /** A line that hands them to docker by what {@code run} says. */
    static String give(Launch launch) {
        return any(launch) ? "give_values\n" : "";
    }

    /** What starts docker with the words of {@code run}, where a process of its own is for it. */
    static String started(Launch launch) {
        return any(launch) ? "with_values" : "\"${run[@]}\"";
    }
}
