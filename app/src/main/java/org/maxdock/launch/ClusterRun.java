package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.shell.ScriptCleanup;
import org.maxdock.host.shell.Shell;
import org.maxdock.mount.Mapping;

/**
 * The last steps of a launch whose containers are a virtual cluster: one on each node of the job, with sshd in it, and
 * the command in the one on the first node; for an MPI job that command is mpirun. The site's dockercluster makes the
 * cluster; as oneself, and where a site has no dockercluster, plain docker does.
 */
final class ClusterRun {

    private static final int SSHD_PORT = 2022; // dockercluster's own default (the site's page)

    /** Says what of the name $1 and the port $2 is taken on a node, by another cluster of the same job for one. */
    static final String BUSY = """
            if [[ -n $(docker ps --all --quiet --filter "name=^/$1\\$") ]]; then
              echo "a container $1 is on $(uname -n) already: name this cluster otherwise"; fi
            if (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null; then
              echo "port $2 of $(uname -n) is taken: give this cluster another"; fi""";

    private final LaunchPlan plan;
    private final Launch launch;
    private final ContainerCommand inside;

    ClusterRun(LaunchPlan plan) {
        this.plan = plan;
        this.launch = plan.launch();
        this.inside = new ContainerCommand(plan, true);
    }

    String text() {
        return """
                # 4  a container with sshd on each node
                name=%6$s port=%1$s
                everywhere() {
                  local nodes=$SLURM_JOB_NUM_NODES
                  srun --quiet --overlap --nodes="$nodes" --ntasks="$nodes" --ntasks-per-node=1 "$@"
                }
                busy=$(everywhere bash -c %7$s bash "$name" "$port")
                [[ -z $busy ]] || stop "${busy%%%%$'\\n'*}"
                %8$srun=()
                %2$s%3$soptions=("${run[@]}")
                %4$s
                %5$s""".formatted(
                        port(launch),
                        SingleRun.labels(plan),
                        options(),
                        cluster(),
                        command(),
                        name(launch, "$SLURM_JOB_ID"),
                        Shell.quote(BUSY),
                        ScriptCleanup.up("everywhere docker rm --force \"$name\" >/dev/null 2>&1 || true\n"));
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

    private String options() {
        List<String> words = new ArrayList<>();
        for (Mapping mapping : launch.mounts()) {
            words.addAll(List.of("--mount", mapping.mount()));
        }
        words.addAll(launch.container().words());
        StringBuilder lines = new StringBuilder();
        SingleRun.optionLines(words)
                .forEach(l -> lines.append("run+=(").append(l).append(")\n"));
        return lines.toString();
    }

    private String cluster() {
        if (launch.mode() != RunMode.DOCKERCLUSTER) {
            return plain();
        }
        String pinned =
                plan.record().identity().pullName(plan.record().reference()).orElse("");
        String site = launch.container().site().isEmpty()
                ? ""
                : " " + Shell.joinForBash(launch.container().site());
        return """
                if command -v dockercluster >/dev/null; then
                  pinned=%1$s # dockercluster pulls on every node, so it is given the digest
                  [[ -n $pinned ]] || stop "dockercluster pulls the image on every node, and $image was never pushed"
                  dockercluster%2$s -n "$name" -p "$port" "$pinned" "${options[@]}" >/dev/null
                  for ran in $(everywhere docker inspect --format '{{.Image}}' "$name"); do
                    [[ $ran == "$id" ]] || stop "a node started another image than the recorded one: $ran"
                  done
                else
                  echo "MaxDock: $(uname -n) has no dockercluster; the same is done with plain docker" >&2
                %3$sfi
                """.formatted(
                Shell.quoteForBash(pinned), site, plain()); // not indented: the record in it has lines of its own
    }

    /** Each node finds and checks the image by itself, and its task holds the container, so that they end together. */
    private String plain() {
        return """
                ssh-keygen -q -t ed25519 -N '' -C maxdock -f "$etc/id"
                secret=$(cat "$etc/id"); rm -f -- "$etc/id" # from here on it goes by standard input
                recorded_image() {
                %1$s}
                keep() {
                  set -euo pipefail
                  recorded_image
                  etc=/tmp/maxdock-$MAXDOCK_STEP
                  until [[ -O $etc && ! -L $etc ]]; do sleep 0.05; done
                %2$s  # the guard does it too
                  trap 'trap "" TERM HUP INT; docker rm --force "$name" >/dev/null 2>&1' EXIT
                  trap 'exit 143' TERM HUP INT
                  "${run[@]}" --network host "${options[@]}" --entrypoint sh "$id" -c %3$s sh "$port" <&0 &
                  wait $! || [[ $? == 137 ]] # it was removed, since the job ends
                }
                everywhere bash -c \
                "$(declare -p name port options; declare -f stop recorded_image keep); keep" <<<"$secret" &
                """.formatted(
                (ImageSteps.find(plan) + ImageSteps.check(plan)), SingleRun.AS_ME.indent(2), Shell.quoteForBash(SSHD));
    }

    /**
     * In the container, as the user, in a home that is memory: the same key lets in and is let in, and is the host's
     * own.
     */
    private static final String SSHD = """
            umask 077; mkdir -p "$HOME/.ssh"; cd "$HOME/.ssh"; cat > id; ssh-keygen -y -f id > authorized_keys
            sed "s/^/* /" authorized_keys > known_hosts
            printf "Port %s\\nIdentityFile ~/.ssh/id\\nStrictHostKeyChecking yes\\nHashKnownHosts no\\n\
            LogLevel ERROR\\n" "$1" > config
            exec "$(command -v sshd || echo /usr/sbin/sshd)" -D -p "$1" -h "$HOME/.ssh/id" -f /dev/null -o UsePAM=no \
            -o PidFile=none -o StrictModes=no""";

    private String command() {
        Optional<LaunchKind.Mpi> mpi =
                launch.kind() instanceof LaunchKind.Mpi kind ? Optional.of(kind) : Optional.empty();
        return """
                me=$(id -u):$(id -g) exec=(docker exec --interactive)
                %1$scommand=(--user "$me" "$name"%2$s)
                if [[ $tty == yes ]]; then
                  "${exec[@]}" --tty "${command[@]}"
                else
                  "${exec[@]}" "${command[@]}" <&0 &
                  wait $!
                fi
                """.formatted(
                        mpi.map(ClusterRun::mpi).orElse(""),
                        mpi.isPresent()
                                ? " sh -c 'exec \"$(command -v mpirun)\" --hostfile /tmp/maxdock.hosts \"$@\"' mpirun"
                                        + inside.execWords()
                                : inside.execWords());
    }

    /**
     * The network is named, since docker0 has the same address on every node; mpirun by its whole path finds its own on
     * other nodes.
     */
    private static String mpi(LaunchKind.Mpi kind) {
        String slots = kind.ranks() == 0 ? "$SLURM_CPUS_ON_NODE" : String.valueOf(kind.ranks());
        String network = kind.network().isEmpty() ? """
                address=$(getent ahostsv4 "$(uname -n)" | awk '{ print $1; exit }')
                network=$(ip -o -4 addr show | awk -v a="$address" '{ split($4, n, "/"); if (n[1] == a) print $4 }')
                """ : "network=" + Shell.quoteForBash(kind.network()) + "\n";
        return """
                # 5  mpirun, through sshd: %1$s
                for node in $(scontrol show hostnames); do
                  for ((n = 0; ; n++)); do
                    if (exec 3<>"/dev/tcp/$node/$port") 2>/dev/null; then break; fi
                    ((n < 300)) || stop "no sshd answers on port $port of $node: is there one in the image?"
                    sleep 0.1
                  done
                done
                hosts=$(everywhere bash -c 'echo "$SLURMD_NODENAME slots=%2$s"')
                docker exec --interactive --user "$me" "$name" sh -c 'cat > /tmp/maxdock.hosts' <<<"$hosts"
                %3$sif [[ -n $network ]]; then exec+=(--env "OMPI_MCA_btl_tcp_if_include=$network" \
                --env "OMPI_MCA_oob_tcp_if_include=$network"); fi
                """.formatted(
                        kind.ranks() == 0 ? "one rank on each core" : kind.ranks() + " on each node", slots, network);
    }
}
