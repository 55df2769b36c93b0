package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.host.shell.ScriptCleanup;
import org.maxdock.host.shell.Shell;
import org.maxdock.mount.ContainerConditions;

/**
 * The steps, after the image, of a launch that is no cluster: one container on each node, removed whatever ends the
 * job.
 */
final class SingleRun {

    /** A later option of the user's, no-new-privileges=false, is what docker takes (docker run, --security-opt). */
    private static final String ISOLATED = """
            # no setuid program gives more rights in it; who needs sudo there: --security-opt no-new-privileges=false
            run=(docker run --rm --interactive --name "$name" --security-opt no-new-privileges)
            """;

    /** In modes that {@link #writesId}; of several such options docker takes the last. */
    private static final String WRITE_ID = "run+=(--cidfile \"$etc/container.id\")\n";

    /** What the site's dockerrun does, where a site has none. */
    private static final String LIKE_DOCKERRUN = """
            if ! command -v dockerrun >/dev/null; then
              echo "MaxDock: $(uname -n) has no dockerrun; the same is done with plain docker" >&2
              %1$srun+=(--network host --volume "$PWD:%2$s" --workdir %2$s)
            else
              run=(dockerrun%3$s --rm --interactive --name "$name")
            fi
            """;

    /** dockerrun maps the folder that it is called in, and would take its name apart, too. */
    private static final String CALLED_IN = """
            %sif [[ $PWD == *[[:space:]*?[\\\\:]* ]]; then ln -sfn -- "$PWD" "$etc/here"; cd "$etc/here"; fi
            """;

    /** Below those that Linux gives to connections, one of which could call itself (ip(7), ip_local_port_range). */
    private static final String FREE = "20000-32767";

    private final LaunchPlan plan;
    private final Launch launch;
    private final ContainerCommand inside;
    private final ScriptFolders folders;

    SingleRun(LaunchPlan whole) {
        this.plan = SiteCall.of(whole.launch()).given(whole);
        this.launch = plan.launch();
        this.inside = new ContainerCommand(plan, false);
        this.folders = ScriptFolders.of(whole.launch());
    }

    /**
     * Waits for the folder for what is needed beside the container: on a node the guard makes it, and so is there when
     * it is.
     */
    static String folder(Launch launch) {
        return launch.place().isServer() ? "etc=$(mktemp -d \"/tmp/maxdock.$$.XXXXXX\")\n" : """
                etc=/tmp/maxdock-$MAXDOCK_STEP # made and removed by the guard
                await_guard() { # waits until it is there, and takes no other's
                  local n
                  for ((n = 0; n < 1000; n++)); do
                    if [[ -d $etc && -O $etc && ! -L $etc ]]; then return; fi
                    if [[ -L $etc || ( -e $etc && ! ( -d $etc && -O $etc ) ) ]]; then
                      local others=$etc
                      etc='' # not ours to remove
                      stop "$others of $(uname -n) was made by $(stat --format=%U -- "$others"); start this again"; fi
                    sleep 0.02
                  done
                  stop "nothing that tidies up began on $(uname -n) within 20 s; why may stand below"
                }
                await_guard
                """;
    }

    /**
     * Whether docker writes the container's ID into the launch's folder, which a script of the site's cannot be told.
     */
    static boolean writesId(RunMode mode) {
        return mode == RunMode.ISOLATED || mode == RunMode.ME;
    }

    String prologue() {
        return (launch.place().isServer()
                        ? "name=maxdock-$EUID-$$\n" // an account's name may hold what no container's may
                        : "name=maxdock-$MAXDOCK_STEP-$SLURM_PROCID\n")
                + "etc=''\n" + TIDY + ProgramSignals.ofContainer(launch);
    }

    String text() {
        return """
                # what was checked runs, by its ID
                %s%s%s%s%s%s%s%scommand=("$id"%s)
                %s%s""".formatted(
                        folder(launch),
                        ScriptValues.functions(launch) + prepare(),
                        labels(plan),
                        JobVariables.run(launch),
                        serve(),
                        mounts(),
                        new GpuSteps(launch).text(),
                        directory(),
                        inside.words(),
                        launch.mode() == RunMode.DOCKERRUN ? SiteWords.throughDockerrun(plan) : "",
                        start());
    }

    /** What the step does. */
    String title() {
        return switch (launch.mode()) {
            case ISOLATED -> "docker run, isolated: as the image's own user, who is nobody outside";
            case ME -> "docker run, as me; what is written elsewhere than to mapped folders is gone with it";
            case DOCKERRUN -> "the site's dockerrun, or where there is none the same by docker run";
            case DOCKERCLUSTER -> throw new IllegalStateException("a cluster");
        };
    }

    private String prepare() {
        String site = launch.container().site().isEmpty()
                ? ""
                : " " + Shell.joinForBash(launch.container().site());
        return switch (launch.mode()) {
            case ISOLATED -> ISOLATED;
            case ME -> AsMe.lines(folders, ContainerOptions.NONE);
            case DOCKERRUN ->
                CALLED_IN.formatted(folders.folderLine())
                        + LIKE_DOCKERRUN.formatted(
                                AsMe.lines(folders, ContainerOptions.NONE)
                                        .indent(2)
                                        .stripLeading(),
                                ContainerConditions.DOCKER_PWD,
                                site);
            case DOCKERCLUSTER -> throw new IllegalStateException("a cluster");
        };
    }

    /**
     * A client that was about to start its container is not seen by its engine yet: it is ended, and asked once more.
     */
    private static final String TIDY = ScriptCleanup.up(
            ScriptCleanup.container("\"$name\"") + """
            for ((n = 0; n < 5; n++)); do kill -0 "${!:-none}" 2>/dev/null || break; sleep 0.2; done
            if kill -KILL "${!:-none}" 2>/dev/null; then
              sleep 0.4
              %1$s "$name" >/dev/null 2>&1 || true
            fi
            local id='' kept='' file by="name=^/$name\\$"
            # what could not be removed is found again by its ID, which stays then
            if [[ -n $etc && -s $etc/container.id ]]; then id=$(<"$etc/container.id"); fi
            if [[ -n $id ]]; then by=id=$id; fi
            for ((n = 0; n < 50; n++)); do # another may be removing it
              if [[ -n $id${!:-} ]]; then # something was started
                kept=$(%2$s ps --all --quiet --no-trunc --filter "$by" 2>/dev/null) || {
                  case $? in 124 | 137) n=50 ;; esac # the engine does not answer
                  kept=unknown
                }
              fi
              if [[ -z $kept ]]; then break; fi
              if [[ $kept != unknown ]]; then %1$s "$kept" >/dev/null 2>&1 || [ $? -lt 124 ] || n=50; fi
              sleep 0.2
            done
            if [[ -n $kept ]]; then
              echo "MaxDock: container ${id:-$name} of $(uname -n) could not be removed, and may still run;" \\
                "when its engine answers: docker rm --force ${id:-$name}" >&2 || true
            fi
            for file in ${etc:+"$etc"/*}; do
              if [[ -z $kept || $file != */container.id ]]; then rm -rf -- "$file"; fi
            done
            if [[ -n $etc && ( -z $kept || -z $id ) ]]; then rm -rf -- "$etc"; fi
            """.formatted(ScriptCleanup.REMOVE, ScriptCleanup.ASK));

    /** By these a container is known as a launch's: all of them, since else those of its image would count. */
    static String labels(LaunchPlan plan) {
        return "run+=(--label \"maxdock.user=$(id -un)\" --label \"maxdock.job=${SLURM_JOB_ID:-}\" "
                + "--label \"maxdock.step=${MAXDOCK_STEP:-}\" --label maxdock.port= --label "
                + Shell.quoteForBash("maxdock.mark=" + plan.mark()) + " --label "
                + Shell.quoteForBash("maxdock.launch=" + plan.launch().name()) + ")\n";
    }

    private String serve() {
        if (launch.isX11()) {
            return """
                    [[ -n ${DISPLAY:-} ]] ||
                      stop "there is no DISPLAY on $(uname -n), so no program can show a window from there"
                    # the display's key goes in by standard input: no argument, no file
                    cookie=$(xauth extract - "$DISPLAY" | base64 --wrap=0) || cookie=''
                    [[ -n $cookie ]] ||
                      stop "$(uname -n) has no key (xauth) for the display $DISPLAY: log in again with ssh -Y"
                    run+=(--env "DISPLAY=$DISPLAY" --tmpfs %s:mode=1777%s)
                    """.formatted(ContainerCommand.KEYS, launch.mode() == RunMode.ME ? " --network host" : "");
        }
        if (!(launch.kind() instanceof LaunchKind.Serving serving)) {
            return "";
        }
        int wanted = port(serving);
        String ports = wanted == 0 ? "$(" + anyPort() + ")" : String.valueOf(wanted);
        String network = switch (launch.mode()) {
            case ISOLATED -> " --publish \"$port:$port\"";
            case ME -> " --network host";
            default -> "";
        };
        return """
                # whether something listens on this port
                taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
                # says so where another program listens on the port though the container has ended
                is_it_taken() {
                  if taken "$port"; then
                    echo "MaxDock: another program has taken port $port of $(uname -n) meanwhile; $otherwise" >&2
                  fi
                }
                port=''
                for p in %s; do if ! taken "$p"; then port=$p; break; fi; done
                otherwise='%s'
                [[ -n $port ]] || stop "%s of $(uname -n)%s taken by other programs; $otherwise"
                run+=(--env "PORT=$port" --label "maxdock.port=$port"%s)%s
                """.formatted(
                        ports,
                        wanted == 0 && launch.container().variables().noneMatch("PORT"::equals)
                                ? "start it again, and another port is chosen"
                                : "choose another port, in MaxDock by --port",
                        wanted == 0 ? "20 ports" : "port " + wanted,
                        wanted == 0 ? " were tried, and all are" : " is",
                        network,
                        serving instanceof LaunchKind.Jupyter
                                ? "\nrun+=(--log-driver none) # what it writes is for you alone"
                                : "");
    }

    /** The launch's own, or else the one that the user tells the program of; 0 for any. */
    private int port(LaunchKind.Serving serving) {
        return serving.port() != 0
                ? serving.port()
                : launch.container()
                        .variables()
                        .filter(variable -> variable.matches("PORT=0*[1-9][0-9]{0,4}"))
                        .reduce((earlier, later) -> later)
                        .map(variable -> Integer.parseInt(variable.substring("PORT=".length())))
                        .orElse(0);
    }

    /** A line that prints some to choose from; or the one that the user's own variable has by then. */
    private String anyPort() {
        String some = "shuf --input-range=" + FREE + " --head-count=20";
        return launch.container().variables().noneMatch("PORT"::equals)
                ? some
                : "if [[ ${PORT:-} =~ ^0*([1-9][0-9]*)$ ]]; then echo \"${BASH_REMATCH[1]}\"; else " + some + "; fi";
    }

    private String mounts() {
        StringBuilder lines =
                new StringBuilder(launch.mode() == RunMode.DOCKERRUN ? folders.mountsBySite() : folders.mounts());
        List<String> options = launch.container().words();
        options.removeIf(o -> GpuSteps.isGranted(launch, o));
        for (String words : optionLines(options)) {
            lines.append("run+=(").append(words).append(")\n");
        }
        if (options.stream().anyMatch(o -> o.matches("(?s)--name(=.*)?"))) {
            lines.append("run+=(--name \"$name\") # the launch's own, by which it is removed\n");
        }
        if (writesId(launch.mode())) {
            lines.append(WRITE_ID);
        }
        lines.append("run+=(--sig-proxy=false) # a signal is for this script, which hands it on\n");
        return lines + ScriptValues.give(launch);
    }

    /** An option a line, together with its value where that is a word of its own. */
    static List<String> optionLines(List<String> words) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean takesNext = List.of("--env", "--mount").contains(words.get(i)) && i + 1 < words.size();
            lines.add(
                    takesNext
                            ? Shell.joinForBash(List.of(words.get(i), words.get(++i)))
                            : Shell.quoteForBash(words.get(i)));
        }
        return lines;
    }

    private String directory() {
        String entered = launch.directory().isEmpty() || inside.entersDirectory()
                ? ""
                : "run+=(--workdir " + Shell.quoteForBash(launch.directory()) + ")\n";
        return inside.needsShell()
                ? entered + "run+=(--entrypoint sh) # what comes before the command is done inside, as you\n"
                : entered;
    }

    private String start() {
        String run = ScriptValues.started(launch);
        return switch (launch.kind()) {
            case LaunchKind.Jupyter jupyter ->
                """
                    # it goes in by standard input: no argument holds it, and one file that is yours alone
                    token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \\n')
                    %s(umask 077; printf '%%s\\n' "$token" > "$etc"/%s)
                    printf '%%s\\n' "$token" | %s "${command[@]}" &
                    """.formatted(
                                        launch.container().sets("JUPYTER_TOKEN") ? OWN_TOKEN : "",
                                        Shell.quoteForBash(Applications.tokenFile(plan.mark())),
                                        run)
                        + answers(address(), ProgramEnd.notStarted(launch).indent(4));
            case LaunchKind.Web web ->
                """
                    %s "${command[@]}" </dev/null &
                    """.formatted(run) + answers(":", ProgramEnd.notStarted(launch).indent(4));
            case LaunchKind.X11 x11 -> """
                    printf '%%s\\n' "$cookie" | %s "${command[@]}" &
                    %s""".formatted(run, ProgramEnd.awaited(inside, launch));
            case LaunchKind.Command command -> NO_TERMINAL.formatted(run, ProgramEnd.awaited(inside, launch));
            case LaunchKind.Shell shell -> TERMINAL.formatted(run, ProgramEnd.awaited(inside, launch));
            case LaunchKind.Batch batch -> TERMINAL.formatted(run, ProgramEnd.awaited(inside, launch));
            case LaunchKind.Mpi mpi -> throw new IllegalStateException("a cluster");
        };
    }

    /** One that is given is held against what an address can hold, and what nobody guesses. */
    private static final String OWN_TOKEN = """
            for v in ${values[@]+"${values[@]}"}; do # your own
              case $v in JUPYTER_TOKEN=*) token=${v#*=} ;; JUPYTER_TOKEN) token=${JUPYTER_TOKEN-$token} ;; esac
            done
            [[ ${#token} -ge 8 && ${#token} -le 200 && $token != *[!A-Za-z0-9._~-]* ]] || \\
              stop "JUPYTER_TOKEN must have 8 to 200 letters, digits and signs of . _ ~ -"
            """;

    /**
     * The token is for a terminal alone: a job's output is a file that others may read (sbatch(1), --output), and so
     * may be whatever else is no terminal.
     */
    private String address() {
        String found = launch.place().isServer()
                ? "cat $etc/" + Applications.tokenFile(plan.mark())
                : "maxdock open ${SLURM_JOB_ID:-JOB}";
        return """
                if [[ -n ${MAXDOCK_TAB:-} ]]; then :
                elif [[ -t 1 ]]; then echo "http://$(uname -n):$port/?token=$token"
                else echo "MaxDock: its address, which lets in who has it, is shown at a terminal alone; to open it: %s"
                fi""".formatted(found);
    }

    private static final String TERMINAL = """
            if [[ $tty == yes ]]; then run+=(--tty); fi
            %s "${command[@]}" <&0 & # bash heeds a signal while it waits, and not before a command has ended
            %s""";

    private static final String NO_TERMINAL = """
            %s "${command[@]}" <&0 &
            %s""";

    private static String answers(String say, String notStarted) {
        return "started=$!\n" + AnsweringPort.ANSWERS + AnsweringPort.FOREIGNERS + """
                # a program that takes longer to listen needs another number of seconds here
                latest=$((SECONDS + 1800)) since=$SECONDS
                until answers "$port" && kill -0 $started 2>/dev/null; do # another program may answer there
                  if ! kill -0 $started 2>/dev/null; then
                    status=0
                    wait $started || status=$?
                    echo "MaxDock: it ended before it answered on port $port of $(uname -n)" >&2
                %s    is_it_taken
                    exit $((status ? status : 3))
                  fi
                  if [[ -n $since ]] && ((SECONDS >= since + 20)); then
                    echo "MaxDock: nothing listens on port $port of $(uname -n) yet; it is waited for until" \\
                      "$(date --date="+$((latest - SECONDS)) seconds" +%%H:%%M), unless Ctrl-C ends it" >&2
                    since=''
                  fi
                  ((SECONDS < latest)) || \\
                    stop "nothing listens on port $port of $(uname -n), and the container is ended." \\
                    "The program is to listen on the port that its variable PORT says, at 0.0.0.0 and" \\
                    "not at 127.0.0.1 alone; what it said stands above. If it only takes longer," \\
                    "this script has the number of seconds"
                  sleep 0.2 || true
                done
                others=$(foreigners "$port" "$name")
                [[ -z $others ]] || stop "port $port of $(uname -n) was taken by ${others//$'\\n'/, } before" \\
                  "your program could; $otherwise"
                echo "MaxDock: it answers on port $port of $(uname -n)"
                %s
                await_program || { is_it_taken; exit "$status"; }
                """.formatted(notStarted, say);
    }
}
