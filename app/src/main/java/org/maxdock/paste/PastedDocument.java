package org.maxdock.paste;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.maxdock.host.shell.Shell;
import org.maxdock.paste.NotTaken.Why;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Compose files (compose-spec: volumes, short and long form) and devcontainer.json (mounts, workspaceMount, runArgs).
 */
final class PastedDocument {

    private final PastedMappings found;
    private final Map<String, String> variables;
    /** Folders of the host by the names of volumes that lead there. */
    private final Map<String, String> bound = new LinkedHashMap<>();

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
    private static final Map<String, Why> OTHER_WAYS = Map.of(
            "tmpfs",
            Why.NO_FOLDER,
            "volumes_from",
            Why.OTHER_CONTAINER,
            "extends",
            Why.OTHER_FILE,
            "secrets",
            Why.OF_COMPOSE,
            "configs",
            Why.OF_COMPOSE);

    /** Of docker create in one line, as GitHub Actions has them. */
    static final String OPTIONS = "options";

    /** By which a block is known for a service. */
    private static final List<String> OWN = List.of("image", "command", "entrypoint");

    /** Of a devcontainer.json: what is read, and what says nothing about the container. */
    private static final Set<String> READ = Set.of(
            "mounts",
            "workspaceMount",
            "workspaceFolder",
            "runArgs",
            "image",
            "containerEnv",
            "containerUser",
            "name",
            "customizations",
            "$schema");

    private static final Set<String> BIND = Set.of("create_host_path");

    static void compose(String text, PastedMappings found) throws Trouble {
        Object root = PastedYaml.load(text.lines().map(TypedText::ofDocument).collect(Collectors.joining("\n")));
        compose(OtherServices.asCompose(root), found);
    }

    private static void compose(Object root, PastedMappings found) throws Trouble {
        PastedDocument document = new PastedDocument(found);
        if (root instanceof List<?> list) {
            document.volumes(list);
        } else if (root instanceof Map<?, ?> map) {
            document.file(map);
        }
    }

    /**
     * A block, a service, or the services of a whole file: of these the one with that name, else the first that maps
     * anything, else the first.
     */
    private void file(Map<?, ?> block) throws Trouble {
        Map<?, ?> map = ComposeMaps.whole(block);
        boolean listed = map.get("services") instanceof Map<?, ?>;
        if (!listed && OWN.stream().anyMatch(key -> map.get(key) instanceof String)
                || map.get("volumes") instanceof List<?>) {
            service(map);
            return;
        }
        Map<?, ?> services = ComposeExtends.whole(map.get("services") instanceof Map<?, ?> all ? all : map);
        bound(ComposeMaps.of(map.get("volumes")));
        if (listed && map.get("include") != null) {
            found.notTaken("include: " + map.get("include"), Why.OTHER_FILE);
        }
        if (!found.service().isEmpty()) {
            if (!(services.get(found.service()) instanceof Map<?, ?> named)) {
                throw new Trouble(
                        TroubleKind.NO_SUCH_SERVICE,
                        found.service(),
                        String.join(
                                ", ",
                                services.keySet().stream().map(String::valueOf).toList()));
            }
            found.foundService();
            service(ComposeMaps.whole(named));
            return;
        }
        firstOf(services);
    }

    /** Volumes that Docker keeps in a folder of the host (docker-volume-create(1), options of the local driver). */
    private void bound(Map<String, Object> volumes) {
        volumes.forEach((name, volume) -> {
            Map<String, Object> options = ComposeMaps.of(ComposeMaps.of(volume).get("driver_opts"));
            if (String.valueOf(options.get("o")).matches("(?:.*,)?r?bind(?:,.*)?")
                    && options.get("device") instanceof String folder) {
                bound.put(name, folder);
            }
        });
    }

    private void firstOf(Map<?, ?> services) {
        boolean started = services.values().stream().anyMatch(s -> isMapping(s) && !hasProfiles(s));
        Object taken = null;
        for (Map.Entry<?, ?> entry : services.entrySet()) {
            if (isMapping(entry.getValue())) {
                if (taken != null || started && hasProfiles(entry.getValue())) { // which up does not start by itself
                    found.notTaken("services." + entry.getKey(), Why.OTHER_SERVICE);
                } else {
                    int before = found.count();
                    Map<?, ?> service = ComposeMaps.whole((Map<?, ?>) entry.getValue());
                    others(service);
                    volumes((List<?>) service.get("volumes"));
                    taken = found.count() > before ? entry.getKey() : null;
                }
            }
        }
        Object chosen = taken != null ? taken : firstStarted(services);
        if (chosen != null) {
            Map<?, ?> service = ComposeMaps.whole((Map<?, ?>) services.get(chosen));
            if (!isMapping(service)) {
                others(service);
            }
            rest(service);
            services.forEach((name, other) -> {
                if (!name.equals(chosen) && other instanceof Map<?, ?> && !isMapping(other)) {
                    found.left(new NotTaken("services." + name, Why.OTHER_SERVICE));
                }
            });
        }
    }

    /** Null for none. */
    private static Object firstStarted(Map<?, ?> services) {
        return services.entrySet().stream()
                .filter(s -> s.getValue() instanceof Map<?, ?> map
                        && ComposeMaps.whole(map).get("image") instanceof String)
                .min(Comparator.comparing(s -> hasProfiles(s.getValue())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private void service(Map<?, ?> service) {
        others(service);
        if (service.get("volumes") instanceof List<?> list) {
            volumes(list);
        }
        rest(service);
    }

    private void rest(Map<?, ?> service) {
        PastedRest rest = ComposeService.read(service, variables);
        boolean more = service.get(OPTIONS) instanceof String;
        found.rest(more ? rest.with(PastedLine.options(resolve((String) service.get(OPTIONS)), found)) : rest);
    }

    private static boolean isMapping(Object service) {
        return service instanceof Map<?, ?> map && ComposeMaps.whole(map).get("volumes") instanceof List<?>;
    }

    private static boolean hasProfiles(Object service) {
        return service instanceof Map<?, ?> map
                && ComposeMaps.whole(map).get("profiles") instanceof List<?> profiles
                && !profiles.isEmpty();
    }

    private void others(Map<?, ?> service) {
        service.forEach((key, value) -> {
            if (value != null && OTHER_WAYS.containsKey(String.valueOf(key))) {
                found.notTaken(key + ": " + value, OTHER_WAYS.get(String.valueOf(key)));
            }
        });
    }

    private void volumes(List<?> list) {
        for (Object item : list) {
            if (item instanceof Map<?, ?> given) {
                Map<?, ?> map = ComposeMaps.whole(given);
                boolean plain = !(map.get("bind") instanceof Map<?, ?> bind) || BIND.containsAll(bind.keySet());
                long known = map.keySet().stream()
                        .filter(k -> List.of("type", "source", "target", "read_only", "bind", "consistency")
                                .contains(String.valueOf(k)))
                        .count();
                String folder = bound.get(String.valueOf(map.get("source")));
                found.mount(
                        folder == null ? word(map, "type") : "bind",
                        folder == null ? word(map, "source") : resolve(folder),
                        word(map, "target"),
                        PastedMappings.isYes(word(map, "read_only")),
                        plain && known == map.size(),
                        String.valueOf(map));
            } else {
                String text = String.valueOf(item);
                String folder = bound.get(text.replaceFirst(":.*", ""));
                found.volume(resolve(folder == null ? text : folder + text.substring(text.indexOf(':'))));
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
        PastedLine.read(document.line(map), found);
        map.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !READ.contains(key))
                .forEach(key ->
                        found.left(NotTaken.of(key, map.get(key), key.equals("build") ? Why.BUILD : Why.EDITOR)));
    }

    /** What it is started by, as far as it says so itself. */
    private String line(Map<?, ?> map) {
        List<String> words = new ArrayList<>();
        if (map.get("runArgs") instanceof List<?> arguments) {
            arguments.forEach(a -> words.add(String.valueOf(a)));
        }
        ComposeMaps.of(map.get("containerEnv"))
                .forEach((name, value) -> words.addAll(List.of("-e", name + "=" + value)));
        if (map.get("containerUser") instanceof String user) {
            words.addAll(List.of("-u", user));
        }
        if (map.get("workspaceFolder") instanceof String folder) {
            words.addAll(List.of("-w", folder));
        }
        if (map.get("image") instanceof String image) {
            words.add(image);
        }
        return "docker run " + Shell.join(words.stream().map(this::resolve).toList());
    }

    private String resolve(String text) {
        return Interpolation.of(text, variables, unknown -> found.notTaken(unknown, Why.UNKNOWN));
    }
}
