package org.maxdock.paste;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
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

    /** Compose: $$, $NAME, ${NAME} and ${NAME:-otherwise}; devcontainer.json: ${localEnv:NAME} and its own names. */
    private static final Pattern VARIABLE = Pattern.compile(
            "\\$\\$|\\$\\{(?:localEnv:|env:)?([A-Za-z_][A-Za-z_0-9]*)(?::?-|:)?([^}]*)}|\\$([A-Za-z_][A-Za-z_0-9]*)");

    /** No value is longer, whatever its variables hold; what comes then stays as it is. */
    private static final int LONGEST = 1 << 16;

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
    private void service(Map<?, ?> map) {
        if (map.get("volumes") instanceof List<?> list) {
            volumes(list);
            return;
        }
        Map<?, ?> services = map.get("services") instanceof Map<?, ?> all ? all : map;
        boolean taken = false;
        for (Map.Entry<?, ?> entry : services.entrySet()) {
            if (entry.getValue() instanceof Map<?, ?> service && service.get("volumes") instanceof List<?> list) {
                if (taken) {
                    found.notTaken("services." + entry.getKey());
                } else {
                    volumes(list);
                }
                taken = true;
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
                        Boolean.TRUE.equals(map.get("read_only")),
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
        Matcher matcher = VARIABLE.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (matcher.find() && resolved.length() < LONGEST) {
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(value(matcher)));
        }
        return matcher.appendTail(resolved).toString();
    }

    private String value(Matcher matcher) {
        if (matcher.group().equals("$$")) {
            return "$";
        }
        String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(3);
        String known = variables.get(name);
        if (known != null) {
            return known;
        }
        if (matcher.group(2) != null && !matcher.group(2).isEmpty()) {
            return matcher.group(2);
        }
        found.notTaken(matcher.group());
        return matcher.group();
    }
}
