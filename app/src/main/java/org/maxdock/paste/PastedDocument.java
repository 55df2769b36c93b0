package org.maxdock.paste;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Compose files (compose-spec: volumes, short and long form) and devcontainer.json (mounts, workspaceMount, runArgs).
 */
final class PastedDocument {

    private static final String MERGE = "<<";

    private final PastedMappings found;
    private final Map<String, String> variables;

    private PastedDocument(PastedMappings found) {
        this.found = found;
        this.variables = new LinkedHashMap<>(found.variables());
        String here = variables.get("PWD");
        if (here != null) {
            variables.put("localWorkspaceFolder", here);
            String name = here.substring(here.lastIndexOf('/') + 1);
            variables.put("localWorkspaceFolderBasename", name);
            variables.put("containerWorkspaceFolder", "/workspaces/" + name);
        }
    }

    /** What maps, or may, in other ways than by volumes. */
    private static final List<String> OTHER_WAYS = List.of("tmpfs", "volumes_from", "extends", "secrets", "configs");

    private static final Set<String> BIND = Set.of("create_host_path");

    static void compose(String text, PastedMappings found) throws Trouble {
        compose(PastedYaml.load(text), found);
    }

    private static void compose(Object root, PastedMappings found) {
        PastedDocument document = new PastedDocument(found);
        if (root instanceof List<?> list) {
            document.volumes(list);
        } else if (root instanceof Map<?, ?> map) {
            document.service(map);
        }
    }

    /** The volumes of a block, of a service, or of the services of a whole file: of the first that maps anything. */
    private void service(Map<?, ?> block) {
        Map<?, ?> map = whole(block);
        if (map.get("volumes") instanceof List<?> list) {
            others(map);
            volumes(list);
            return;
        }
        Map<?, ?> services = map.get("services") instanceof Map<?, ?> all ? all : map;
        boolean started = services.values().stream().anyMatch(s -> isMapping(s) && !hasProfiles(s));
        boolean taken = false;
        for (Map.Entry<?, ?> entry : services.entrySet()) {
            if (isMapping(entry.getValue())) {
                if (taken || started && hasProfiles(entry.getValue())) { // which up does not start by itself
                    found.notTaken("services." + entry.getKey());
                } else {
                    int before = found.count();
                    Map<?, ?> service = whole((Map<?, ?>) entry.getValue());
                    others(service);
                    volumes((List<?>) service.get("volumes"));
                    taken = found.count() > before;
                }
            }
        }
    }

    private static boolean isMapping(Object service) {
        return service instanceof Map<?, ?> map && whole(map).get("volumes") instanceof List<?>;
    }

    private static boolean hasProfiles(Object service) {
        return service instanceof Map<?, ?> map
                && whole(map).get("profiles") instanceof List<?> profiles
                && !profiles.isEmpty();
    }

    private void others(Map<?, ?> service) {
        OTHER_WAYS.stream()
                .filter(key -> service.get(key) != null)
                .forEach(key -> found.notTaken(key + ": " + service.get(key)));
    }

    private void volumes(List<?> list) {
        for (Object item : list) {
            if (item instanceof Map<?, ?> given) {
                Map<?, ?> map = whole(given);
                boolean plain = !(map.get("bind") instanceof Map<?, ?> bind) || BIND.containsAll(bind.keySet());
                long known = map.keySet().stream()
                        .filter(k -> List.of("type", "source", "target", "read_only", "bind", "consistency")
                                .contains(String.valueOf(k)))
                        .count();
                found.mount(
                        word(map, "type"),
                        word(map, "source"),
                        word(map, "target"),
                        PastedMappings.isYes(word(map, "read_only")),
                        plain && known == map.size(),
                        String.valueOf(map));
            } else {
                found.volume(resolve(String.valueOf(item)));
            }
        }
    }

    private String word(Map<?, ?> map, String key) {
        return map.get(key) == null ? "" : resolve(String.valueOf(map.get(key)));
    }

    static void devcontainer(String text, PastedMappings found) throws Trouble {
        PastedDocument document = new PastedDocument(found);
        if (!(PastedYaml.load(JsonComments.strip(text)) instanceof Map<?, ?> map)) {
            throw new Trouble(TroubleKind.NOTHING_PASTED);
        }
        if (map.get("services") instanceof Map<?, ?>) { // a compose file as JSON
            compose(map, found);
            return;
        }
        if (map.get("workspaceFolder") instanceof String folder) {
            document.variables.put("containerWorkspaceFolder", folder);
        }
        List<Object> mounts = new ArrayList<>();
        if (map.get("workspaceMount") instanceof String workspace) {
            mounts.add(workspace);
        }
        if (map.get("mounts") instanceof List<?> list) {
            mounts.addAll(list);
        }
        for (Object item : mounts) {
            if (item instanceof Map<?, ?>) {
                document.volumes(List.of(item));
            } else {
                found.mount(document.resolve(String.valueOf(item)));
            }
        }
        if (map.get("runArgs") instanceof List<?> arguments) {
            String line = "docker run "
                    + String.join(
                            " ",
                            arguments.stream()
                                    .map(a -> org.maxdock.host.shell.Shell.quote(document.resolve(String.valueOf(a))))
                                    .toList());
            PastedLine.read(line, found);
        }
    }

    private String resolve(String text) {
        return Interpolation.of(text, variables, found::notTaken);
    }

    /** With what {@code <<} brings from elsewhere, which its own values win over (yaml.org/type/merge). */
    private static Map<?, ?> whole(Map<?, ?> map) {
        Map<Object, Object> all = new LinkedHashMap<>();
        Object merged = map.get(MERGE);
        for (Object part : merged instanceof List<?> parts ? parts : merged == null ? List.of() : List.of(merged)) {
            if (part instanceof Map<?, ?> more) {
                whole(more).forEach(all::putIfAbsent);
            }
        }
        map.forEach((key, value) -> {
            if (!MERGE.equals(key)) {
                all.put(key, value);
            }
        });
        return all;
    }
}
