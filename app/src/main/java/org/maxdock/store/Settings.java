package org.maxdock.store;

import java.util.List;
import java.util.stream.Stream;

/**
 * The user's settings, kept across sessions. No secret is among them.
 *
 * @param targets where the user connected to, latest first
 * @param projects folders, latest first
 * @param theme {@code light} or {@code dark}
 * @param language {@code en}, {@code de}, or empty for the system's
 */
public record Settings(List<String> targets, List<String> projects, String theme, String language) {

    /** Those of somebody who has set nothing. */
    public static final Settings BUILT_IN = new Settings(null, null, null, null);

    private static final int KEPT = 10;

    public Settings {
        targets = targets == null ? List.of() : List.copyOf(targets);
        projects = projects == null ? List.of() : List.copyOf(projects);
        theme = theme == null ? "light" : theme;
        language = language == null ? "" : language;
    }

    public Settings withTarget(String target) {
        return new Settings(first(target, targets), projects, theme, language);
    }

    public Settings withoutTarget(String target) {
        return new Settings(targets.stream().filter(t -> !t.equals(target)).toList(), projects, theme, language);
    }

    /** The same place in the list for another name; at its end where the old one is not in it. */
    public Settings withTargetChanged(String from, String to) {
        List<String> others = targets.stream().filter(t -> !t.equals(to)).toList();
        Stream<String> changed = others.contains(from)
                ? others.stream().map(t -> t.equals(from) ? to : t)
                : Stream.concat(others.stream(), Stream.of(to));
        return new Settings(changed.limit(KEPT).toList(), projects, theme, language);
    }

    public Settings withProject(String project) {
        return new Settings(targets, first(project, projects), theme, language);
    }

    public Settings withTheme(String name) {
        return new Settings(targets, projects, name, language);
    }

    public Settings withLanguage(String tag) {
        return new Settings(targets, projects, theme, tag);
    }

    private static List<String> first(String one, List<String> others) {
        return Stream.concat(Stream.of(one), others.stream().filter(o -> !o.equals(one)))
                .limit(KEPT)
                .toList();
    }
}
