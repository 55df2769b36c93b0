package org.maxdock.paste;

import static java.util.Map.entry;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.maxdock.host.shell.ShellWords;
import org.maxdock.paste.NotTaken.Why;
import org.maxdock.paste.PastedRest.Option;

/**
 * A service of a compose file as docker run would have it, beside its volumes
 * (docs.docker.com/reference/compose-file/services). What no option says, and what holds a variable that nobody knows,
 * is left.
 */
final class ComposeService {

    /** Keys with one value, and the options that say the same. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            entry("cgroup", "cgroupns"),
            entry("cgroup_parent", "cgroup-parent"),
            entry("container_name", "name"),
            entry("cpu_count", "cpu-count"),
            entry("cpu_period", "cpu-period"),
            entry("cpu_quota", "cpu-quota"),
            entry("cpu_shares", "cpu-shares"),
            entry("cpus", "cpus"),
            entry("cpuset", "cpuset-cpus"),
            entry("domainname", "domainname"),
            entry("hostname", "hostname"),
            entry("ipc", "ipc"),
            entry("isolation", "isolation"),
            entry("mac_address", "mac-address"),
            entry("mem_limit", "memory"),
            entry("mem_reservation", "memory-reservation"),
            entry("mem_swappiness", "memory-swappiness"),
            entry("memswap_limit", "memory-swap"),
            entry("network_mode", "network"),
            entry("oom_score_adj", "oom-score-adj"),
            entry("pid", "pid"),
            entry("pids_limit", "pids-limit"),
            entry("platform", "platform"),
            entry("pull_policy", "pull"),
            entry("restart", "restart"),
            entry("runtime", "runtime"),
            entry("shm_size", "shm-size"),
            entry("stop_signal", "stop-signal"),
            entry("user", "user"),
            entry("userns_mode", "userns"),
            entry("uts", "uts"),
            entry("working_dir", "workdir"));

    /** Keys that are said or not. */
    private static final Map<String, String> SWITCHES = Map.of(
            "init", "init",
            "oom_kill_disable", "oom-kill-disable",
            "privileged", "privileged",
            "read_only", "read-only",
            "stdin_open", "interactive",
            "tty", "tty");

    /** Keys with several values, or with names and values. */
    private static final Map<String, String> LISTS = Map.ofEntries(
            entry("annotations", "annotation="),
            entry("cap_add", "cap-add"),
            entry("cap_drop", "cap-drop"),
            entry("device_cgroup_rules", "device-cgroup-rule"),
            entry("devices", "device"),
            entry("dns", "dns"),
            entry("dns_opt", "dns-option"),
            entry("dns_search", "dns-search"),
            entry("env_file", "env-file"),
            entry("env", "env="), // of GitHub Actions and Ansible
            entry("environment", "env="),
            entry("expose", "expose"),
            entry("extra_hosts", "add-host:"),
            entry("group_add", "group-add"),
            entry("labels", "label="),
            entry("security_opt", "security-opt"),
            entry("sysctls", "sysctl="));

    /** What is read elsewhere, or says nothing about a container that is started by itself. */
    private static final Set<String> ELSEWHERE = Set.of(
            "image",
            "volumes",
            "profiles",
            "tmpfs",
            "volumes_from",
            "extends",
            "secrets",
            "configs",
            "attach",
            "entrypoint",
            "command");

    private static final Set<String> OF_COMPOSE =
            Set.of("depends_on", "develop", "external_links", "healthcheck", "links", "networks", "provider", "scale");

    /** Whoever starts it. */
    private static final Pattern ONESELF = Pattern.compile("\\$\\{?UID\\b.*");

    private final Map<?, ?> service;
    private final Map<String, String> variables;
    private final List<Option> options = new ArrayList<>();
    private final List<NotTaken> left = new ArrayList<>();

    private ComposeService(Map<?, ?> service, Map<String, String> variables) {
        this.service = service;
        this.variables = variables;
    }

    /** @param service with what is merged into it */
    static PastedRest read(Map<?, ?> service, Map<String, String> variables) {
        return new ComposeService(service, variables).read();
    }

    private PastedRest read() {
        ComposeMaps.of(service).forEach(this::key);
        List<String> command = new ArrayList<>();
        Optional<List<String>> entrypoint = words("entrypoint");
        entrypoint.ifPresent(words -> {
            options.add(new Option("entrypoint", words.isEmpty() ? "" : words.getFirst()));
            command.addAll(words.isEmpty() ? words : words.subList(1, words.size()));
        });
        words("command").ifPresent(command::addAll);
        Object image = service.get("image");
        String named = image == null ? "" : Interpolation.of(String.valueOf(image), variables, unknown -> {});
        return new PastedRest("docker", options, named, command, List.of(), List.of(), left);
    }

    private void key(String key, Object value) {
        if (VALUES.containsKey(key) && !isCollection(value)) {
            boolean oneself =
                    key.equals("user") && ONESELF.matcher(String.valueOf(value)).matches();
            if (oneself) {
                options.add(new Option("user", "$UID"));
            } else if (!(key.equals("restart") && value.equals("no"))) {
                known(key, value).ifPresent(text -> options.add(new Option(VALUES.get(key), text)));
            }
        } else if (SWITCHES.containsKey(key)) {
            known(key, value)
                    .filter(PastedMappings::isYes)
                    .ifPresent(yes -> options.add(new Option(SWITCHES.get(key), "")));
        } else if (LISTS.containsKey(key)) {
            list(key, LISTS.get(key), value);
        } else {
            other(key, value);
        }
    }

    private void other(String key, Object value) {
        switch (key) {
            case "ports" -> each(value).forEach(this::port);
            case "ulimits" -> ComposeMaps.of(value).forEach(this::limit);
            case "gpus" -> gpus(value);
            case "deploy" -> deploy(ComposeMaps.of(value));
            case "build" -> left(key, value, Why.BUILD);
            case PastedDocument.OPTIONS -> {
                if (!(value instanceof String)) {
                    left(key, value, Why.NO_PLACE);
                }
            }
            default -> {
                if (!ELSEWHERE.contains(key) && !key.startsWith("x-")) {
                    left(key, value, OF_COMPOSE.contains(key) ? Why.OF_COMPOSE : Why.NO_PLACE);
                }
            }
        }
    }

    /** @param option with the sign between a name and its value at its end, where there are names */
    private void list(String key, String option, Object value) {
        String sign = option.replaceFirst("^[a-z-]+", "");
        String name = option.substring(0, option.length() - sign.length());
        if (value instanceof Map<?, ?> map) {
            ComposeMaps.whole(map)
                    .forEach((k, v) -> known(key, v == null ? k : k + sign + v)
                            .ifPresent(text -> options.add(new Option(name, text))));
        } else {
            for (Object item : each(value)) {
                if (item instanceof Map<?, ?>) {
                    left(key, item, key.equals("env_file") ? Why.ENV_FILE : Why.NO_PLACE);
                } else {
                    known(key, sign.equals(":") ? String.valueOf(item).replaceFirst("^([^:=]+)=", "$1:") : item)
                            .ifPresent(text -> options.add(new Option(name, text)));
                }
            }
        }
    }

    private void port(Object port) {
        if (!(port instanceof Map<?, ?> map)) {
            known("ports", port).ifPresent(text -> options.add(new Option("publish", text)));
            return;
        }
        String ip = map.get("host_ip") == null ? "" : map.get("host_ip") + ":";
        String published = map.get("published") == null ? ip.isEmpty() ? "" : ":" : map.get("published") + ":";
        String protocol = map.get("protocol") == null ? "" : "/" + map.get("protocol");
        known("ports", ip + published + map.get("target") + protocol)
                .ifPresent(text -> options.add(new Option("publish", text)));
    }

    private void limit(String name, Object limit) {
        Map<String, Object> both = ComposeMaps.of(limit);
        known("ulimits", both.isEmpty() ? limit : both.get("soft") + ":" + both.get("hard"))
                .ifPresent(text -> options.add(new Option("ulimit", name + "=" + text)));
    }

    private void gpus(Object value) {
        for (Object one : each(value)) {
            Map<String, Object> device = ComposeMaps.of(one);
            Object count = one instanceof Map<?, ?> ? device.getOrDefault("count", "all") : one;
            List<?> ids = device.get("device_ids") instanceof List<?> some ? some : List.of();
            String which = ids.isEmpty()
                    ? String.valueOf(count)
                    : "\"device="
                            + String.join(",", ids.stream().map(String::valueOf).toList()) + "\"";
            known("gpus", which).ifPresent(text -> options.add(new Option("gpus", text)));
        }
    }

    private void deploy(Map<String, Object> deploy) {
        Map<String, Object> resources = ComposeMaps.of(deploy.get("resources"));
        deploy.forEach((key, value) -> {
            if (!key.equals("resources")) {
                left("deploy." + key, value, Why.OF_COMPOSE);
            }
        });
        Map<String, String> limits = Map.of("cpus", "cpus", "memory", "memory", "pids", "pids-limit");
        ComposeMaps.of(resources.get("limits")).forEach((key, value) -> {
            if (limits.containsKey(key)) {
                known(key, value).ifPresent(text -> options.add(new Option(limits.get(key), text)));
            } else {
                left(key, value, Why.NO_PLACE);
            }
        });
        ComposeMaps.of(resources.get("reservations")).forEach((key, value) -> {
            if (!key.equals("devices")) {
                left("deploy.resources.reservations." + key, value, Why.PLACE);
                return;
            }
            for (Object device : each(value)) {
                boolean gpu = String.valueOf(device).toLowerCase(Locale.ROOT).matches("(?s).*(?:nvidia|gpu).*");
                if (gpu) {
                    gpus(device);
                } else {
                    left(key, device, Why.NO_PLACE);
                }
            }
        });
    }

    /** In words, as Compose parts them, or as they are listed; empty where there are none. */
    private Optional<List<String>> words(String key) {
        Object value = service.get(key);
        if (value == null) {
            return Optional.empty();
        }
        List<String> unknown = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Object item : each(value)) {
            words.add(Interpolation.of(String.valueOf(item), variables, unknown::add));
        }
        unknown.forEach(what -> left.add(new NotTaken(what, Why.UNKNOWN)));
        if (value instanceof List<?>) {
            return Optional.of(words);
        }
        ShellWords.Read read = ShellWords.read(inOneLine(words.getFirst().strip()), Map.of());
        if (!read.operator().isEmpty()) {
            left(key, value, Why.SHELL);
        }
        return Optional.of(read.words());
    }

    /** A line's end parts words as a blank does; in quotes it stays what it is. */
    private static String inOneLine(String command) {
        StringBuilder all = new StringBuilder(command);
        char quote = 0;
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            if (c == '\\' && quote != '\'') {
                i++;
            } else if (quote == 0 && c == '\n') {
                all.setCharAt(i, ' ');
            } else if (quote == 0 ? c == '\'' || c == '"' : c == quote) {
                quote = quote == 0 ? c : 0;
            }
        }
        return all.toString();
    }

    /** Nothing is said by an item without a value. */
    private static List<?> each(Object value) {
        return value instanceof List<?> list
                ? list.stream().filter(Objects::nonNull).toList()
                : List.of(value);
    }

    private static boolean isCollection(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>;
    }

    /** A value whose variables are all known; else it is left, as it stands. */
    private Optional<String> known(String key, Object value) {
        List<String> unknown = new ArrayList<>();
        String text = Interpolation.of(String.valueOf(value), variables, unknown::add);
        if (!unknown.isEmpty()) {
            left(key, value, Why.UNKNOWN);
        }
        return Optional.of(text).filter(t -> unknown.isEmpty());
    }

    private void left(String key, Object value, Why why) {
        left.add(NotTaken.of(key, value, why));
    }
}
