package org.maxdock.paste;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Options of docker service create that docker run has not, or calls otherwise (docker service create --help). */
final class SwarmOptions {

    private static final Map<String, String> RUNS = Map.of(
            "container-label", "label",
            "group", "group-add",
            "host", "add-host",
            "limit-cpu", "cpus",
            "limit-memory", "memory",
            "limit-pids", "pids-limit");

    private static final Set<String> SWITCHES = Set.of("no-resolve-image", "with-registry-auth");

    private static final Pattern SWARMS = Pattern.compile("config|constraint|credential-spec|endpoint-mode"
            + "|generic-resource|label|max-concurrent|mode|placement-pref|replicas(?:-max-per-node)?|secret"
            + "|stop-grace-period|(?:reserve|restart|rollback|update)-[a-z-]+");

    private SwarmOptions() {}

    /** Whether one of that name, without its dashes, says what the swarm does with it. */
    static boolean isSwarms(String name) {
        return SWITCHES.contains(name) || SWARMS.matcher(name).matches();
    }

    /** Whether it takes no value. */
    static boolean isSwitch(String name) {
        return SWITCHES.contains(name);
    }

    /**
     * A port as docker run has it, of one in the form with names, such as {@code published=8080,target=80} (docker
     * service create, --publish); any other is the same.
     */
    static String portAsRun(String port) {
        Map<String, String> parts = new HashMap<>();
        for (String part : port.split(",")) {
            String[] both = part.split("=", 2);
            parts.put(both[0].strip(), both.length == 1 ? "" : both[1].strip());
        }
        if (!parts.containsKey("target")) {
            return port;
        }
        String published = parts.containsKey("published") ? parts.get("published") + ":" : "";
        String protocol = parts.containsKey("protocol") ? "/" + parts.get("protocol") : "";
        return published + parts.get("target") + protocol;
    }

    /** As docker run calls it. */
    static String asRun(String name) {
        return RUNS.getOrDefault(name, name);
    }
}
