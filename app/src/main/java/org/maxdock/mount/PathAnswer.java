package org.maxdock.mount;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The words that the host answers with, read into facts. A name that holds strange characters is still one word. */
final class PathAnswer {

    private static final class Asked {
        String real;
        String error;
        boolean readable;
        boolean own;
        final List<String> steps = new ArrayList<>();
        final List<PathFacts.Link> links = new ArrayList<>();
    }

    private final List<String> words;
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final Map<String, List<String>> stats = new HashMap<>();
    private final Map<String, List<String>> systems = new HashMap<>();
    private final Map<String, String> lists = new HashMap<>();
    private int at;

    private PathAnswer(List<String> words) {
        this.words = words;
    }

    static Map<String, PathFacts> parse(List<String> words) {
        PathAnswer answer = new PathAnswer(words);
        answer.read();
        Map<String, PathFacts> facts = new LinkedHashMap<>();
        answer.asked.forEach((path, a) -> facts.put(path, new PathFacts(path, a.real, a.error, a.readable, a.own,
                a.steps.stream().map(answer::step).filter(Objects::nonNull).toList(), List.copyOf(a.links))));
        return facts;
    }

    private void read() {
        Asked now = new Asked();
        while (at < words.size()) {
            switch (next()) {
                case "P" -> {
                    now = new Asked();
                    asked.put(next(), now);
                    now.real = next();
                    now.error = next();
                    String may = next();
                    now.readable = !may.equals("no");
                    now.own = may.equals("own");
                }
                case "W" -> now.steps.add(next());
                case "S" -> stats.put(next(), List.of(next(), next(), next(), next(), next()));
                case "F" -> systems.put(next(), List.of(next(), next(), next()));
                case "A" -> lists.put(next(), next());
                case "L" -> link(next(), next(), next());
                default -> { } // a word of a later version
            }
        }
    }

    private String next() {
        return at < words.size() ? words.get(at++) : "";
    }

    private void link(String folder, String name, String target) {
        Asked owner = asked.get(Paths.clean(folder));
        if (owner != null) {
            owner.links.add(new PathFacts.Link(name, target));
        }
    }

    private PathFacts.Step step(String path) {
        List<String> s = stats.get(path);
        if (s == null || !s.getFirst().matches("[0-7]+")) {
            return null;
        }
        List<String> system = systems.getOrDefault(path, List.of("?", "", ""));
        boolean counted = system.get(1).matches("\\d{1,15}") && system.get(2).matches("\\d{1,9}");
        long free = counted ? Long.parseLong(system.get(1)) * Long.parseLong(system.get(2)) : Long.MAX_VALUE;
        return new PathFacts.Step(path, Integer.parseInt(s.get(0), 8), s.get(1), s.get(2),
                s.get(3).equals("directory"), system.getFirst(), s.get(4), free, lists.getOrDefault(path, ""));
    }
}
