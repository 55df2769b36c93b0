package org.maxdock.mount;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** The words that the host answers with, read into facts. A name that holds strange characters is still one word. */
final class PathAnswer {

    private static final class Asked {
        private String real = "";
        private String error = "no answer";
        private String may = "no";
        private final List<String> steps = new ArrayList<>();
        private final List<PathFacts.Link> links = new ArrayList<>();
    }

    private final List<String> words;
    private final MountTable mounts;
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final Map<String, List<String>> stats = new HashMap<>();
    private final Map<String, List<String>> space = new HashMap<>();
    private final Map<String, String> lists = new HashMap<>();
    private int at;

    private PathAnswer(List<String> words, MountTable mounts) {
        this.words = words;
        this.mounts = mounts;
    }

    /** @param mounts kept from answer to answer: the host tells it only when it has changed */
    static Map<String, PathFacts> parse(List<String> words, MountTable mounts) throws Trouble {
        return Untrusted.of(Untrusted.LARGE, TroubleKind.ANSWER_UNREADABLE, "stat")
                .words(words, all -> facts(all, mounts));
    }

    private static Map<String, PathFacts> facts(List<String> words, MountTable mounts) {
        PathAnswer answer = new PathAnswer(words, mounts);
        answer.read();
        Map<String, PathFacts> facts = new LinkedHashMap<>();
        answer.asked.forEach((path, a) -> facts.put(
                path,
                new PathFacts(
                        path,
                        a.real,
                        a.error,
                        a.may.equals("yes") || a.may.equals("own"),
                        a.may.equals("own"),
                        a.may.equals("make"),
                        a.steps.stream()
                                .map(answer::step)
                                .filter(Objects::nonNull)
                                .toList(),
                        List.copyOf(a.links))));
        return facts;
    }

    private void read() {
        while (at < words.size()) {
            switch (next()) {
                case "W" -> {
                    Asked fresh = new Asked();
                    asked.put(next(), fresh);
                    for (String step = next(); !step.isEmpty(); step = next()) {
                        fresh.steps.add(step);
                    }
                }
                case "P" -> {
                    Asked known = asked.getOrDefault(next(), new Asked());
                    known.real = next();
                    known.error = next();
                    known.may = next();
                }
                case "S" -> stats.put(next(), List.of(next(), next(), next(), next()));
                case "F" -> space.put(next(), List.of(next(), next()));
                case "A" -> lists.putAll(AccessList.byFile(next()));
                case "L" -> link(next(), behindSlash(next()), behindSlash(next()));
                case "M" -> mounts.read(next());
                default -> {} // a word of a later version
            }
        }
    }

    private String next() {
        return at < words.size() ? words.get(at++) : "";
    }

    /** Whatever a link is called or leads to is a word of its own there, and none of the answer's. */
    private static String behindSlash(String word) {
        return word.startsWith("/") ? word.substring(1) : word;
    }

    private void link(String folder, String name, String target) {
        Asked owner = asked.get(Paths.clean(folder));
        if (owner != null) {
            owner.links.add(new PathFacts.Link(name, target));
        }
    }

    private PathFacts.PathEntry step(String path) {
        List<String> s = stats.get(path);
        if (s == null || !s.getFirst().matches("[0-7]{1,6}")) {
            return null;
        }
        List<String> left = space.getOrDefault(path, List.of("", ""));
        boolean counted = left.getFirst().matches("\\d{1,15}") && left.getLast().matches("\\d{1,9}");
        long free = counted ? Long.parseLong(left.getFirst()) * Long.parseLong(left.getLast()) : Long.MAX_VALUE;
        MountTable.Mounted mounted = mounts.of(path);
        return new PathFacts.PathEntry(
                path,
                Integer.parseInt(s.get(0), 8),
                s.get(1),
                s.get(2),
                s.get(3).equals("directory"),
                mounted.type(),
                mounted.point(),
                free,
                lists.getOrDefault(path, ""));
    }
}
