package org.maxdock.paste;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    static void compose(String text, PastedMappings found) throws Trouble {
        PastedDocument document = new PastedDocument(found);
        Object root = PastedYaml.load(text);
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
            volumes(list);
            return;
        }
        Map<?, ?> services = map.get("services") instanceof Map<?, ?> all ? all : map;
        boolean taken = false;
        for (Map.Entry<?, ?> entry : services.entrySet()) {
            if (entry.getValue() instanceof Map<?, ?> service
                    && whole(service).get("volumes") instanceof List<?> list) {
                if (taken) {
                    found.notTaken("services." + entry.getKey());
                } else {
                    int before = found.count();
                    volumes(list);
                    taken = found.count() > before;
                }
            }
        }
    }

    private void volumes(List<?> list) {
        for (Object item : list) {
            if (item instanceof Map<?, ?> map) {
                long known = map.keySet().stream()
                        .filter(k -> List.of("type", "source", "target", "read_only", "bind", "consistency")
                                .contains(String.valueOf(k)))
                        .count();
                found.mount(
                        word(map, "type"),
                        word(map, "source"),
                        word(map, "target"),
                        PastedMappings.isYes(word(map, "read_only")),
                        known == map.size(),
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
