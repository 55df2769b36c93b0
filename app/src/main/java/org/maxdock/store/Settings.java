package org.maxdock.store;

import java.util.List;
import java.util.stream.Stream;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Valid;

/**
 * The user's settings, kept across sessions. No secret is among them.
 *
 * @param targets where the user connected to, latest first
 * @param projects folders, latest first
 * @param theme {@code light} or {@code dark}
 * @param language {@code en}, {@code de}, or empty for the system's
 * @param site a built-in site's name, or the file of one; empty for what user or machine have (app/docs/site.md)
 */
public record Settings(List<String> targets, List<String> projects, String theme, String language, String site) {

    /** Those of somebody who has set nothing. */
    public static final Settings BUILT_IN = new Settings(null, null, null, null, null);

    private static final int KEPT = 10;
    private static final int MOST = 1_000;
    private static final List<String> LANGUAGES = List.of("en", "de");

    /** @throws InvalidValue where a target is no line, or a folder can be none */
    public Settings {
        targets = Valid.list("targets", targets, MOST);
        targets.forEach(target -> Valid.line("targets", target, Valid.LONG));
        projects = Valid.list("projects", projects, MOST);
        projects.forEach(project -> Valid.text("projects", project, Valid.LONG));
        theme = "dark".equals(theme) ? theme : "light";
        language = language != null && LANGUAGES.contains(language) ? language : "";
        site = Valid.line("site", site == null ? "" : site, Valid.LONG);
    }

    public Settings withTarget(String target) {
        return new Settings(first(target, targets), projects, theme, language, site);
    }

    public Settings withoutTarget(String target) {
        return new Settings(targets.stream().filter(t -> !t.equals(target)).toList(), projects, theme, language, site);
    }

    /** The same place in the list for another name; at its end where the old one is not in it. */
    public Settings withTargetChanged(String from, String to) {
        List<String> others = targets.stream().filter(t -> !t.equals(to)).toList();
        Stream<String> changed = others.contains(from)
                ? others.stream().map(t -> t.equals(from) ? to : t)
                : Stream.concat(others.stream(), Stream.of(to));
        return new Settings(changed.limit(KEPT).toList(), projects, theme, language, site);
    }

    public Settings withProject(String project) {
        return new Settings(targets, first(project, projects), theme, language, site);
    }

    public Settings withTheme(String name) {
        return new Settings(targets, projects, name, language, site);
    }

    public Settings withLanguage(String tag) {
        return new Settings(targets, projects, theme, tag, site);
    }

    private static List<String> first(String one, List<String> others) {
        return Stream.concat(Stream.of(one), others.stream().filter(o -> !o.equals(one)))
                .limit(KEPT)
                .toList();
    }
}
