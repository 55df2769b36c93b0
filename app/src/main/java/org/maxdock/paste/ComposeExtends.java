package org.maxdock.paste;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Services of a compose file with what they take from others of the same file
 * (docs.docker.com/reference/compose-file/services, extends). What comes from another file stays named.
 */
final class ComposeExtends {

    private static final String EXTENDS = "extends";
    private static final String VOLUMES = "volumes";
    /** Lists that are one value. */
    private static final Set<String> WHOLE = Set.of("command", "entrypoint");
    /** Where in the container a volume of the short form is. */
    private static final Pattern TARGET = Pattern.compile("(/[^:{}]*)(?::[a-zA-Z,]+)?$");

    /** Nobody has longer chains, and who extends itself has an endless one. */
    private static final int DEEPEST = 10;

    private ComposeExtends() {}

    /** All of them by their names; what is no map stays as it is. */
    static Map<Object, Object> whole(Map<?, ?> services) {
        Map<Object, Object> all = new LinkedHashMap<>();
        services.forEach((name, service) ->
                all.put(name, service instanceof Map<?, ?> map ? whole(services, map, DEEPEST) : service));
        return all;
    }

    private static Map<?, ?> whole(Map<?, ?> services, Map<?, ?> service, int deeper) {
        Map<?, ?> own = ComposeMaps.whole(service);
        Object base = own.get(EXTENDS) instanceof Map<?, ?> from && from.get("file") == null
                ? services.get(from.get("service"))
                : services.get(own.get(EXTENDS));
        if (!(base instanceof Map<?, ?> other) || deeper == 0) {
            return own;
        }
        Map<Object, Object> all = new LinkedHashMap<>(whole(services, other, deeper - 1));
        all.remove("depends_on");
        own.forEach((key, value) -> {
            if (!EXTENDS.equals(key)) {
                all.merge(key, value, (before, now) -> both(String.valueOf(key), before, now));
            }
        });
        return all;
    }

    private static Object both(String key, Object before, Object now) {
        if (before instanceof List<?> first && now instanceof List<?> second && !WHOLE.contains(key)) {
            List<Object> all = new ArrayList<>(first);
            if (key.equals(VOLUMES)) {
                List<String> targets =
                        second.stream().map(ComposeExtends::target).toList();
                all.removeIf(volume -> targets.contains(target(volume)));
            }
            all.addAll(second);
            return all;
        }
        boolean named = before instanceof Map<?, ?> || now instanceof Map<?, ?>;
        if (!named || !isNamed(before) || !isNamed(now)) {
            return now;
        }
        Map<Object, Object> all = new LinkedHashMap<>(named(before));
        named(now).forEach((name, value) -> all.merge(name, value, (a, b) -> both("", a, b)));
        return all;
    }

    private static boolean isNamed(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>;
    }

    /** A list of NAME=VALUE as a map. */
    private static Map<Object, Object> named(Object value) {
        Map<Object, Object> all = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            all.putAll(ComposeMaps.whole(map));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> {
                String[] parts = String.valueOf(item).split("=", 2);
                all.put(parts[0], parts.length < 2 ? null : parts[1]);
            });
        }
        return all;
    }

    private static String target(Object volume) {
        if (volume instanceof Map<?, ?> map) {
            return String.valueOf(map.get("target"));
        }
        Matcher target = TARGET.matcher(String.valueOf(volume));
        return target.find() ? target.group(1) : "";
    }
}
