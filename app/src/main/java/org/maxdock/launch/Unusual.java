package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Message;

/**
 * What in a launch reaches further than an image's work in its folders does, in words: to be read before somebody
 * else's launch is started.
 */
public final class Unusual {

    private static final Set<String> HOSTS =
            Set.of("--network", "--net", "--pid", "--ipc", "--uts", "--userns", "--cgroupns");
    private static final Set<String> RIGHTS = Set.of("--cap-add", "--security-opt", "--group-add");

    /** Of the harmless: what only holds the container back, names it, or shares its GPUs. */
    private static final Set<String> HARMLESS = Set.of(
            "--gpus",
            "--name",
            "--label",
            "--cpus",
            "--cpuset-cpus",
            "--memory",
            "--pids-limit",
            "--cap-drop",
            "--init",
            "--read-only",
            "--stop-timeout",
            "--stop-signal",
            "--platform",
            "--tmpfs",
            "--hostname",
            "--add-host",
            "--no-healthcheck");

    private static final Set<String> OFF = Set.of("--privileged=false", "--oom-kill-disable=false");

    /** Of SLURM, what only asks for a share, or says when. */
    private static final Set<String> RESOURCES = Set.of(
            "--mem",
            "--mem-per-cpu",
            "--gres",
            "--gpus",
            "--account",
            "--reservation",
            "--nodelist",
            "--exclude",
            "--exclusive",
            "--begin",
            "--dependency",
            "--qos",
            "--ntasks-per-node",
            "--oversubscribe");

    private Unusual() {}

    /** @param usual whether a folder of the host is one that the user's own launches map */
    public static List<Message> of(Launch launch, Predicate<String> usual) {
        List<Message> all = new ArrayList<>();
        if (launch.mode() == RunMode.DOCKERRUN || launch.mode() == RunMode.DOCKERCLUSTER) {
            all.add(Message.of("unusual.mode", launch.mode().word()));
        }
        for (Mapping mapping : launch.mounts()) {
            if (mapping.host().endsWith("docker.sock")) {
                all.add(Message.of("unusual.engine", mapping.host()));
            } else if (!usual.test(mapping.host())) {
                all.add(Message.of("unusual.folder", mapping.host(), mapping.container()));
            }
        }
        launch.container().environment().stream()
                .filter(variable -> variable.indexOf('=') < 0)
                .forEach(name -> all.add(Message.of("unusual.variable", name)));
        launch.container().arguments().forEach(word -> option(word, all));
        launch.container().site().forEach(word -> all.add(Message.of("unusual.site", word)));
        launch.place()
                .allocation()
                .ifPresent(asked -> asked.more().stream()
                        .filter(word -> !RESOURCES.contains(word.split("=", 2)[0]))
                        .forEach(word -> all.add(Message.of("unusual.slurm", word))));
        return List.copyOf(all);
    }

    private static void option(String word, List<Message> all) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        String value = equals < 0 ? "" : word.substring(equals + 1);
        if (name.equals("--privileged") && !value.equals("false")) {
            all.add(Message.of("unusual.privileged"));
        } else if (name.equals("--device")) {
            all.add(Message.of("unusual.device", value));
        } else if (HOSTS.contains(name)) {
            all.add(Message.of("unusual.host", word));
        } else if (name.equals("--publish")) {
            all.add(Message.of("unusual.port", value));
        } else if (name.startsWith("--dns")) {
            all.add(Message.of("unusual.dns", word));
        } else if (name.equals("--oom-kill-disable") && !value.equals("false")) {
            all.add(Message.of("unusual.memory", word));
        } else if (RIGHTS.contains(name)) {
            all.add(Message.of("unusual.rights", word));
        } else if (!HARMLESS.contains(name) && !OFF.contains(word)) {
            all.add(Message.of("unusual.option", word));
        }
    }
}
