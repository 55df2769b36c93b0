package org.maxdock.launch;

import org.maxdock.host.shell.ScriptCleanup;
import org.maxdock.host.shell.Shell;
import org.maxdock.mount.ContainerConditions;

/**
 * A virtual cluster by plain docker. Each node finds and checks the image by itself, and its task holds the container,
 * so that they end together; when one ends as it begins, they all do.
 */
final class PlainCluster {

    /**
     * In the container, as the user, in a home that is memory and sshd's alone, whatever the user's HOME is there,
     * which may be mapped and have keys of its own: the same key lets in and is let in, and is the host's own. What a
     * process of docker's would have of the environment, the image's and what this node is called for one, ranks that
     * sshd starts have from a file of sshd's, a line each (sshd(8), ~/.ssh/environment).
     */
    private static final String SSHD = """
            keys=$1/.ssh; shift; umask 077; mkdir -p "$keys"; cd "$keys"
            cat > id; ssh-keygen -y -f id > authorized_keys
            sed "s/^/* /" authorized_keys > known_hosts
            printf "Port %s\\nIdentityFile ~/.ssh/id\\nStrictHostKeyChecking yes\\nHashKnownHosts no\\n\\
            LogLevel ERROR\\n" "$1" > config
            env -0 | tr "\\n\\0" "\\001\\n" | LC_ALL=C grep -v "$(printf "\\001")" |
              LC_ALL=C grep -vE "^(PWD|OLDPWD|SHLVL|_)=" > environment
            exec "$(command -v sshd || echo /usr/sbin/sshd)" -D -p "$1" -h "$keys/id" -f /dev/null -o UsePAM=no \\
            -o PidFile=none -o StrictModes=no -o PermitUserEnvironment=yes""";

    /** What passwd(5) says in its containers is home, by which ssh and sshd go. */
    private static final String LOGIN = ContainerCommand.KEYS;

    /** What dockercluster does, where a site has none. */
    private static final String LIKE_SITE =
            " --volume \"$etc/here:%1$s\" --workdir %1$s".formatted(ContainerConditions.DOCKER_PWD);

    private final LaunchPlan plan;
    private final ScriptFolders folders;

    PlainCluster(LaunchPlan plan, ScriptFolders folders) {
        this.plan = plan;
        this.folders = folders;
    }

    String text() {
        boolean likeSite = plan.launch().mode() == RunMode.DOCKERCLUSTER;
        return """
                ssh-keygen -q -t ed25519 -N '' -C maxdock -f "$etc/id"
                secret=$(cat "$etc/id"); rm -f -- "$etc/id" # from here on it goes by standard input
                # on each node: the container, which ends with this
                keep() {
                  set -euo pipefail
                  recorded_image
                  etc=/tmp/maxdock-$MAXDOCK_STEP
                  await_guard
                  prepare # links are on each node
                  options=("${run[@]}")
                %1$s  run+=(--tmpfs "%11$s:mode=700,uid=$uid,gid=$gid")
                %5$s%4$s  trap 'trap "" TERM HUP INT; yours 2>/dev/null | xargs -r %6$s >/dev/null 2>&1' EXIT
                  trap 'exit 143' HUP INT
                %12$s                  run+=(--sig-proxy=false --network host%2$s "${options[@]}")
                  %7$s --entrypoint sh "$id" -c %3$s sh %11$s "$port" <&0 &
                  wait $! || true # a signal may end the client alone
                  exec >/dev/null 2>&1
                  while n=$(yours) || n=$(yours); [[ -n $n ]]; do docker wait "$n" || sleep 1 || true; done
                  exit 1
                }
                # what it says is shown if it does not come up
                on_each --kill-on-bad-exit=1 bash -c "$(%10$sdeclare -p name port; \\
                declare -f stop recorded_image await_guard prepare yours keep%8$s); %9$skeep" \\
                <<<"$secret" >"$etc/said" 2>&1 &
                cluster=$!
                """.formatted(
                        AsMe.lines(folders, plan.launch().container(), LOGIN).indent(2),
                        likeSite ? LIKE_SITE : "",
                        Shell.quoteForBash(SSHD),
                        new GpuSteps(plan.launch()).text(),
                        likeSite ? "  ln -sfn -- \"$PWD\" \"$etc/here\" # its name may have a colon\n" : "",
                        ScriptCleanup.REMOVE,
                        ScriptValues.started(plan.launch()),
                        (likeSite ? " find_granted" : "")
                                + (ScriptValues.any(plan.launch()) ? ScriptValues.NAMES + " take_values" : ""),
                        ScriptValues.any(plan.launch()) ? "take_values; " : "",
                        folders.declared(),
                        LOGIN,
                        ProgramSignals.FOR_PROGRAM.indent(2));
    }
}
