package org.maxdock.paste;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maps of YAML, as compose files have them. */
final class ComposeMaps {

    private static final String MERGE = "<<";

    private ComposeMaps() {}

    /** A value's entries with a value, by the names of their keys; none where it is no map. */
    static Map<String, Object> of(Object value) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            whole(map).forEach((key, one) -> {
                if (one != null) {
                    all.put(String.valueOf(key), one);
                }
            });
        }
        return all;
    }

    /** With what {@code <<} brings from elsewhere, which its own values win over (yaml.org/type/merge). */
    static Map<?, ?> whole(Map<?, ?> map) {
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
