package org.maxdock.paste;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Containers as other documents in YAML describe them, as services of a compose file: jobs of GitHub Actions and
 * CircleCI, GitLab's image with an entrypoint, tasks of Ansible (docs.ansible.com, docker_container).
 */
final class OtherServices {

    private static final Pattern MODULE = Pattern.compile(
            "(?:community\\.(?:docker|general)\\.)?docker_container|(?:containers\\.podman\\.)?podman_container");

    /** What Ansible calls otherwise than Compose does. */
    private static final Map<String, String> ANSIBLES = Map.ofEntries(
            Map.entry("capabilities", "cap_add"),
            Map.entry("cpuset_cpus", "cpuset"),
            Map.entry("device", "devices"),
            Map.entry("device_requests", "gpus"),
            Map.entry("dns_servers", "dns"),
            Map.entry("etc_hosts", "extra_hosts"),
            Map.entry("exposed_ports", "expose"),
            Map.entry("groups", "group_add"),
            Map.entry("interactive", "stdin_open"),
            Map.entry("ipc_mode", "ipc"),
            Map.entry("memory", "mem_limit"),
            Map.entry("memory_reservation", "mem_reservation"),
            Map.entry("memory_swap", "memswap_limit"),
            Map.entry("name", "container_name"),
            Map.entry("network", "network_mode"),
            Map.entry("pid_mode", "pid"),
            Map.entry("publish", "ports"),
            Map.entry("published_ports", "ports"),
            Map.entry("restart_policy", "restart"),
            Map.entry("security_opts", "security_opt"),
            Map.entry("volume", "volumes"),
            Map.entry("workdir", "working_dir"));

    /** What Ansible does about a container, and not what the container is. */
    private static final Set<String> MANAGED = Set.of(
            "state",
            "pull",
            "recreate",
            "detach",
            "cleanup",
            "auto_remove",
            "rm",
            "force_kill",
            "keep_volumes",
            "comparisons",
            "container_default_behavior",
            "command_handling",
            "image_name_mismatch",
            "debug");

    private OtherServices() {}

    /** The same where there is none of theirs in it. */
    static Object asCompose(Object root) {
        Map<String, Object> services = new LinkedHashMap<>();
        tasks(root, services);
        if (services.isEmpty() && root instanceof Map<?, ?> map) {
            ComposeMaps.of(map.get("jobs")).forEach((name, job) -> job(name, ComposeMaps.of(job), services));
        }
        if (!services.isEmpty()) {
            return Map.of("services", services);
        }
        return root instanceof Map<?, ?> map ? gitlabs(map) : root;
    }

    /** Tasks stand in lists, in plays and in blocks. */
    private static void tasks(Object part, Map<String, Object> services) {
        if (part instanceof List<?> list) {
            list.forEach(one -> tasks(one, services));
        } else if (part instanceof Map<?, ?> map) {
            ComposeMaps.of(map).forEach((key, value) -> {
                if (MODULE.matcher(key).matches() && value instanceof Map<?, ?> task) {
                    String name = String.valueOf(map.get("name") == null ? key : map.get("name"));
                    services.put(unused(name, services), ansibles(ComposeMaps.of(task)));
                } else if (value instanceof List<?>) {
                    tasks(value, services);
                }
            });
        }
    }

    /** Tasks need no names of their own. */
    private static String unused(String name, Map<String, Object> services) {
        int n = 2;
        while (services.containsKey(n == 2 ? name : name + "." + (n - 1))) {
            n++;
        }
        return n == 2 ? name : name + "." + (n - 1);
    }

    private static Map<String, Object> ansibles(Map<String, Object> task) {
        Map<String, Object> service = new LinkedHashMap<>();
        task.forEach((key, value) -> {
            if (!MANAGED.contains(key)) {
                service.put(ANSIBLES.getOrDefault(key, key), value);
            }
        });
        service.computeIfPresent("volumes", (key, value) -> value instanceof List<?> ? value : List.of(value));
        if ("all".equals(service.get("ports"))) {
            service.remove("ports");
            service.put("published_ports", "all");
        }
        service.computeIfPresent("ulimits", (key, value) -> value instanceof List<?> list ? limits(list) : value);
        if (task.get("mounts") instanceof List<?> mounts) {
            List<Object> all = new ArrayList<>(service.get("volumes") instanceof List<?> list ? list : List.of());
            all.addAll(mounts);
            service.put("volumes", all);
            service.remove("mounts");
        }
        return service;
    }

    /** Each as {@code nofile:1024:2048}. */
    private static Map<String, Object> limits(List<?> list) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Object item : list) {
            String[] parts = String.valueOf(item).split("[:=]", 2);
            all.put(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        return all;
    }

    /** What runs in its container comes first, and what stands beside it then. */
    private static void job(String name, Map<String, Object> job, Map<String, Object> services) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (job.get("container") != null) {
            all.put(name, job.get("container"));
        }
        ComposeMaps.of(job.get("services")).forEach((beside, service) -> all.put(name + "." + beside, service));
        if (job.get("docker") instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) != null) {
                    all.put(i == 0 ? name : name + "." + i, list.get(i));
                }
            }
        }
        all.forEach((key, given) -> {
            Map<String, Object> service =
                    given instanceof Map<?, ?> map ? ComposeMaps.of(map) : new LinkedHashMap<>(Map.of("image", given));
            if (key.equals(name) && job.get("steps") != null) {
                service.put("steps", job.get("steps"));
            }
            services.put(key, service);
        });
    }

    /** An image with a name and an entrypoint, of the whole file or of its jobs. */
    private static Map<?, ?> gitlabs(Map<?, ?> map) {
        Map<Object, Object> all = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            boolean job = value instanceof Map<?, ?> inner && inner.get("image") instanceof Map<?, ?>;
            if (key.equals("image") && value instanceof Map<?, ?> image && image.get("name") != null) {
                all.put("image", image.get("name"));
                if (image.get("entrypoint") != null) {
                    all.put("entrypoint", image.get("entrypoint"));
                }
            } else {
                all.put(key, job ? gitlabs((Map<?, ?>) value) : value);
            }
        });
        return all;
    }
}
