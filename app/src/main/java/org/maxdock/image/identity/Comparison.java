package org.maxdock.image.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maxdock.engine.RunConfiguration;

/** Holds an image against a recorded identity. */
public final class Comparison {

    private Comparison() {}

    /**
     * What it is made of decides: a name that agrees while the content does not is a lie, and reported as a difference.
     * Names decide only between <em>same</em> and <em>same content</em>.
     */
    public static ImageVerdict verify(Identity recorded, Optional<Identity> found) {
        if (found.isEmpty()) {
            return new ImageVerdict.Missing();
        }
        Identity here = found.get();
        if (here.layers().isEmpty()
                && here.platform().equals("/")) { // so engines with containerd's store tell of content that they lack
            // (moby/moby#51566)
            return new ImageVerdict.Different(here, List.of(new Difference("content", "whole", "incomplete")));
        }
        List<Difference> differences = differences(recorded, here);
        if (!differences.isEmpty()) {
            return new ImageVerdict.Different(here, differences);
        }
        boolean named = !Collections.disjoint(recorded.digests(), here.digests());
        return named ? new ImageVerdict.Same(here) : new ImageVerdict.SameContent(here);
    }

    /** All that differs, layers first, lowest first. */
    public static List<Difference> differences(Identity recorded, Identity here) {
        List<Difference> all = new ArrayList<>();
        int layers = Math.max(recorded.layers().size(), here.layers().size());
        for (int i = 0; i < layers; i++) {
            compare(all, "layer " + (i + 1), at(recorded.layers(), i), at(here.layers(), i));
        }
        boolean moved = !all.isEmpty() && sorted(recorded.layers()).equals(sorted(here.layers()));
        compareLists(all, "layer order", moved ? recorded.layers() : List.of(), moved ? here.layers() : List.of());
        RunConfiguration was = recorded.run();
        RunConfiguration is = here.run();
        compareLists(all, "entrypoint", was.entrypoint(), is.entrypoint());
        compareLists(all, "cmd", was.command(), is.command());
        compareMaps(all, "env", variables(was.environment()), variables(is.environment()));
        compareLists(
                all,
                "env order",
                sameEntries(was, is) ? was.environment() : List.of(),
                sameEntries(was, is) ? is.environment() : List.of());
        compare(all, "user", was.user(), is.user());
        compare(all, "workdir", was.workingDirectory(), is.workingDirectory());
        compareLists(all, "ports", was.ports(), is.ports());
        compareLists(all, "volumes", was.volumes(), is.volumes());
        compareLists(all, "healthcheck", was.healthcheck(), is.healthcheck());
        compareLists(all, "healthcheck times", was.healthTimes(), is.healthTimes());
        compareMaps(all, "label", was.labels(), is.labels());
        compareLists(all, "onbuild", was.onBuild(), is.onBuild());
        compareLists(all, "shell", was.shell(), is.shell());
        compare(all, "stopsignal", was.stopSignal(), is.stopSignal());
        compare(all, "platform", recorded.platform(), here.platform());
        return all;
    }

    private static boolean sameEntries(RunConfiguration was, RunConfiguration is) {
        return variables(was.environment()).equals(variables(is.environment()));
    }

    private static List<String> sorted(List<String> list) {
        return list.stream().sorted().toList();
    }

    private static String at(List<String> list, int i) {
        return i < list.size() ? list.get(i) : "";
    }

    private static void compare(List<Difference> all, String what, String was, String is) {
        if (!was.equals(is)) {
            all.add(new Difference(what, was, is));
        }
    }

    private static void compareLists(List<Difference> all, String what, List<?> was, List<?> is) {
        if (!was.equals(is)) {
            all.add(new Difference(what, was.toString(), is.toString()));
        }
    }

    private static void compareMaps(
            List<Difference> all, String what, Map<String, String> was, Map<String, String> is) {
        TreeSet<String> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        for (String key : keys) {
            compare(all, what + " " + key, was.getOrDefault(key, ""), is.getOrDefault(key, ""));
            if (was.containsKey(key) != is.containsKey(key)
                    && was.getOrDefault(key, "").equals(is.getOrDefault(key, ""))) {
                all.add(new Difference(
                        what + " " + key, was.containsKey(key) ? "\"\"" : "", is.containsKey(key) ? "\"\"" : ""));
            }
        }
    }

    private static Map<String, String> variables(List<String> environment) {
        Map<String, String> variables = new TreeMap<>();
        for (String variable : environment) {
            int equals = variable.indexOf('=');
            variables.put(
                    equals < 0 ? variable : variable.substring(0, equals),
                    equals < 0 ? "" : variable.substring(equals + 1));
        }
        return variables;
    }
}
