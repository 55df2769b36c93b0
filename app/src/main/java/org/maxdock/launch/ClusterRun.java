package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maxdock.engine.ExecCommand;
import org.maxdock.host.shell.ScriptCleanup;
import org.maxdock.host.shell.Shell;
import org.maxdock.text.RawText;

/**
 * The last steps of a launch whose containers are a virtual cluster: one on each node of the job, with sshd in it, and
 * the command in the one on the first node; for an MPI job that command is mpirun. The site's dockercluster makes the
 * cluster ({@link SiteCluster}); as oneself, and where a site has no dockercluster, plain docker does
 * ({@link PlainCluster}).
 */
final class ClusterRun {

    private static final int SSHD_PORT = 2022; // dockercluster's own default (the site's page)

    /** Says what of the name $1 and the port $2 is taken on a node, by another cluster of the same job for one. */
    static final String BUSY = """
            if [[ -n $(docker ps --all --quiet --filter "name=^/$1\\$") ]]; then
              echo "a container $1 is on $(uname -n) already"; fi
            if (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null; then
              echo "port $2 of $(uname -n) is taken"; fi""";

    private static final String OTHERWISE = "give this cluster another name and port:"
            + " name= and port= in make_cluster, in MaxDock --cluster-name and --port";

    /** By the step, since another cluster of the job may have taken the name meanwhile. Says what could not be. */
    private static final String REMOVE = """
            for ((n = 0; n < 50; n++)); do # one may be on its way
              left=$(yours) || left=$(yours) ||
                { left="those of step $MAXDOCK_STEP, if any: its engine does not answer"; break; }
              [ -n "$left" ] || exit 0
              %s $left >/dev/null || [ $? != 124 ] || break
              sleep 0.2
            done
            echo "MaxDock: containers of $(uname -n) could not be removed, and may still run:" $left
            """.formatted(ScriptCleanup.REMOVE);

    /** Only where it must be: where the site's plugin lets nobody in, only root can take the name off again. */
    private static final String NAMED =
            "[[ $(docker image inspect --format \"{{len .RepoTags}}\" -- \"$1\") != 0 ]] || " + ExecCommand.as("\"$3\"")
                    + " \"$2\" sh -c : || docker tag -- \"$1\" \"maxdock/kept:${1:7:12}\"";

    private final LaunchPlan plan;
    private final Launch launch;
    private final ContainerCommand inside;
    private final ScriptFolders folders;

    ClusterRun(LaunchPlan whole) {
        this.plan = SiteCall.of(whole.launch()).given(whole);
        this.launch = plan.launch();
        this.inside = new ContainerCommand(plan, true);
        this.folders = ScriptFolders.of(whole.launch());
    }

    /** One that makes the cluster, and one that runs the command in it. */
    List<ScriptStep> steps() {
        String what = launch.kind() instanceof LaunchKind.Mpi ? "mpirun" : "the command";
        return List.of(
                new ScriptStep(
                        "make_cluster", "a container with sshd on each node", SingleRun.folder(launch) + "\n" + text()),
                new ScriptStep("run_in_cluster", what + " in the container of the first node, as me", command()));
    }

    private String text() {
        boolean bySite = launch.mode() == RunMode.DOCKERCLUSTER;
        boolean mapped = MappedFolders.step(launch).isPresent();
        return """
                %13$sname=%1$s port=%2$s variables=() limit=()%7$s
                # runs a command once on each node of the job
                on_each() {
                  local nodes=$SLURM_JOB_NUM_NODES
                  ${limit[@]+"${limit[@]}"} srun --quiet --overlap --export=ALL --nodes="$nodes" \\
                    --ntasks="$nodes" --ntasks-per-node=1 "$@"
                }
                everywhere() { on_each "$@" </dev/null; } # what the script is given to read is for the command
                if ((SLURM_JOB_NUM_NODES > 1)); then # each has the recorded image%8$s, or none starts
                  needs="$(%12$sdeclare -f stop recorded_image%9$s); recorded_image%10$s"
                  everywhere bash -c "set -euo pipefail; $needs" || exit
                fi
                busy=$(everywhere bash -c %3$s bash "$name" "$port")
                otherwise='%14$s'
                [[ -z $busy ]] || stop "${busy%%%%$'\\n'*}; $otherwise"
                %4$s%11$s# sets run to the options that are each node's own
                prepare() {
                  run=()
                %5$s}
                prepare
                options=("${run[@]}")
                cluster=''
                %6$s""".formatted(
                        name(launch, "$SLURM_JOB_ID"),
                        port(launch),
                        Shell.quoteForBash(BUSY),
                        ScriptCleanup.up("limit=(timeout -k 5 120) # SLURM may not answer, either\n"
                                + "everywhere bash -c \"$(declare -f yours); \""
                                + Shell.quoteForBash(REMOVE) + " >&2 2>/dev/null || true\n"),
                        options(bySite), // not indented: values have lines of their own
                        bySite ? new SiteCluster(plan, folders).text() : new PlainCluster(plan, folders).text(),
                        launch.kind() instanceof LaunchKind.Mpi ? " sends=()" : "",
                        mapped ? " and what is mapped" : "",
                        mapped ? " " + MappedFolders.NAME : "",
                        mapped ? "; " + MappedFolders.NAME : "",
                        ScriptValues.functions(launch),
                        folders.declared(),
                        ProgramSignals.PASSED_OVER,
                        OTHERWISE);
    }

    static int port(Launch launch) {
        int port = launch.kind().clusterIfAny().port();
        return port == 0 ? SSHD_PORT : port;
    }

    /** What its containers are called; else as the site's dockercluster calls them. */
    static String name(Launch launch, String job) {
        String name = launch.kind().clusterIfAny().name();
        return name.isEmpty() ? "docker_" + job : name;
    }

    private String options(boolean bySite) {
        StringBuilder lines = new StringBuilder(JobVariables.CLUSTER).append(SingleRun.labels(plan));
        List<String> words = new ArrayList<>();
        lines.append(bySite ? folders.mountsBySite() : folders.mounts());
        words.addAll(launch.container().words());
        words.removeIf(option -> GpuSteps.isGranted(launch, option));
        SingleRun.optionLines(words)
                .forEach(l -> lines.append("run+=(").append(l).append(")\n"));
        return lines.append(JobVariables.SEEN) + ScriptValues.give(launch);
    }

    /** Whether each rank is told by itself what it is; an option of mpirun's ahead leaves that to mpirun alone. */
    private boolean isByRanks() {
        return launch.kind() instanceof LaunchKind.Mpi
                && launch.command().stream().limit(1).noneMatch(word -> word.startsWith("-"));
    }

    private String command() {
        boolean mpi = launch.kind() instanceof LaunchKind.Mpi;
        return """
                nodes=$(scontrol show hostnames)
                # in mine: how many nodes have a running container of its name, for what is asked of docker more
                count() {
                  mine=$(everywhere docker ps --quiet --filter "name=^/$name\\$" "$@") ||
                    stop "a node did not answer: start it again"
                  mine=$(grep -c . <<<"$mine") || true
                }
                by=(--filter "label=maxdock.step=$MAXDOCK_STEP")
                said() { cat "$etc/said" >&2 || true; stop "$@"; } # after what the containers said
                ended="a container of the cluster ended as soon as it began, for what stands above; \
                if its port $port was taken, $otherwise%9$s"
                for node in $nodes; do
                  latest=$((SECONDS + 60))
                  until timeout 2 bash -c 'exec 3<>"/dev/tcp/$1/$2"' bash "$node" "$port" 2>/dev/null; do
                    if [[ -n $cluster ]]; then kill -0 "$cluster" 2>/dev/null || said "$ended"
                    else count "${by[@]}"; ((mine == SLURM_JOB_NUM_NODES)) || said "$ended"; fi
                    ((SECONDS < latest)) || said "no sshd answers on port $port of $node"
                    sleep 0.1
                  done
                done
                # of two clusters that begin at once one may have found the other's sshd
                count "${by[@]}"
                if ((mine != SLURM_JOB_NUM_NODES)); then
                  count; ((mine == SLURM_JOB_NUM_NODES)) || said "$ended"
                  stop "another cluster of this job has the name $name; $otherwise"
                fi
                # the site lets nobody into a container whose image has lost all its names to another
                me=$(id -u):$(id -g)
                everywhere bash -c %4$s bash "$id" "$name" "$me" >/dev/null 2>&1 || true
                exec=(%1$s --interactive)
                %5$sfor variable in ${variables[@]+"${variables[@]}"}; do exec+=(--env "$variable"); done
                %2$scommand=("$name"%3$s)
                if [[ $tty == yes ]]; then exec+=(--tty); fi
                run=("${exec[@]}")
                %6$s "${command[@]}" <&0 & # while it waits, bash heeds signals
                %8$s%7$s""".formatted(
                ExecCommand.as("\"$me\""),
                launch.kind() instanceof LaunchKind.Mpi kind ? mpi(kind) : "",
                mpi
                        ? " sh -c " + Shell.quoteForBash(MPIRUN) + " mpirun" + ranks()
                                + (isByRanks() ? " sh -c " + Shell.quoteForBash(JobVariables.rank(launch)) + " sh" : "")
                                + inside.execWords()
                        : " sh -c '" + ProgramSignals.NOTE_PROCESS + "; exec \"$@\"' sh" + inside.execWords(),
                Shell.quoteForBash(NAMED),
                mpi ? JobVariables.ranks(launch) : JobVariables.oneTask(launch),
                ScriptValues.started(launch),
                ProgramEnd.awaited(inside, launch),
                ProgramSignals.ofCommand(),
                launch.mode() == RunMode.ME ? "; " + ProgramEnd.OTHER_TMP : "");
    }

    /** By its whole path it finds its own on other nodes. */
    private static final String MPIRUN = ProgramSignals.NOTE_PROCESS + "; for m in \"$(command -v mpirun)\" "
            + String.join(" ", LaunchPrograms.MPIRUN)
            + "; do [ -x \"$m\" ] && exec \"$m\" --hostfile " + JobVariables.FOLDER + "/hosts \"$@\"; done; "
            + "echo \"the image has no mpirun\" >&2; exit 127";

    /** What a rank on another node has of the environment is what mpirun sends there: sshd keeps all else back. */
    private String ranks() {
        Stream<String> image = plan.record().identity().run().environment().stream()
                .map(ClusterRun::nameOf)
                .filter(name -> name.matches("[A-Za-z_][A-Za-z0-9_]*"));
        Stream<String> own = launch.container()
                .variables()
                .filter(variable -> !RawText.isRaw(variable))
                .map(ClusterRun::nameOf);
        return Stream.concat(image, own)
                .distinct()
                .map(name -> " -x " + Shell.quoteForBash(name))
                .collect(Collectors.joining("", "", " ${sends[@]+\"${sends[@]}\"}"));
    }

    private static String nameOf(String variable) {
        return variable.split("=", 2)[0];
    }

    /** The network is named, since docker0 has the same address on every node. */
    private String mpi(LaunchKind.Mpi kind) {
        String slots = kind.ranks() == 0 ? "$SLURM_CPUS_ON_NODE" : String.valueOf(kind.ranks());
        String network = kind.network().isEmpty() ? """
                address=$(getent ahostsv4 "$(uname -n)" | awk '{ print $1; exit }') || true
                of='{ split($4, n, "/"); if (n[1] == a) print $4 }'
                network=$(ip -o -4 addr show | awk -v a="$address" "$of") || true
                """ : "network=" + Shell.quoteForBash(kind.network()) + "\n";
        String hosts = JobVariables.told(
                launch,
                Map.of(
                        "OMPI_MCA_orte_default_hostfile", JobVariables.FOLDER + "/hosts",
                        "PRTE_MCA_prte_default_hostfile", JobVariables.FOLDER + "/hosts"));
        String networks = JobVariables.told(
                launch, Map.of("OMPI_MCA_btl_tcp_if_include", "$network", "OMPI_MCA_oob_tcp_if_include", "$network"));
        return """
                # mpirun, through sshd: %1$s
                hosts=$(everywhere bash -c 'echo "$SLURMD_NODENAME slots=%2$s"' | sort)
                (($(wc -l <<<"$hosts") == SLURM_JOB_NUM_NODES)) || stop "a node did not answer: start it again"
                echo "$hosts" >"$etc/hosts"
                # this list, not the one that the site's script made
                %4$s%3$s%5$s""".formatted(
                kind.ranks() == 0 ? "one rank on each processor that SLURM counts" : kind.ranks() + " on each node",
                slots,
                networks.isEmpty() ? "" : network,
                hosts,
                networks.isEmpty() ? "" : "if [[ -n $network ]]; then\n  " + networks + "fi\n");
    }
}
