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
 * @param terminalFont of terminals; empty for the system's of one width
 * @param terminalSize of their letters, in points
 * @param connectAtStart whether the window connects to the latest target when it opens
 * @param site a built-in site's name, or the file of one; empty for what user or machine have (app/docs/site.md)
 */
public record Settings(
        List<String> targets,
        List<String> projects,
        String theme,
        String language,
        String site,
        String terminalFont,
        int terminalSize,
        boolean connectAtStart) {

    /** Points of a terminal's letters. */
    public static final int USUAL_SIZE = 13;

    public static final int LEAST_SIZE = 6;
    public static final int MOST_SIZE = 48;

    /** Those of somebody who has set nothing. */
    public static final Settings BUILT_IN = new Settings(null, null, null, null, null, null, 0, false);

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
        terminalFont = Valid.line("terminalFont", terminalFont == null ? "" : terminalFont, Valid.LONG);
        terminalSize = terminalSize == 0 ? USUAL_SIZE : Math.clamp(terminalSize, LEAST_SIZE, MOST_SIZE);
    }

    /** With the usual font in terminals. */
    public Settings(List<String> targets, List<String> projects, String theme, String language, String site) {
        this(targets, projects, theme, language, site, null, 0, false);
    }

    public Settings withTarget(String target) {
        return new Settings(
                first(target, targets), projects, theme, language, site, terminalFont, terminalSize, connectAtStart);
    }

    public Settings withoutTarget(String target) {
        return new Settings(
                targets.stream().filter(t -> !t.equals(target)).toList(),
                projects,
                theme,
                language,
                site,
                terminalFont,
                terminalSize,
                connectAtStart);
    }

    /** The same place in the list for another name; where the old one is not in it, as one just connected to. */
    public Settings withTargetChanged(String from, String to) {
        if (!targets.contains(from)) {
            return withTarget(to);
        }
        List<String> changed = targets.stream()
                .filter(t -> !t.equals(to) || t.equals(from))
                .map(t -> t.equals(from) ? to : t)
                .toList();
        return new Settings(changed, projects, theme, language, site, terminalFont, terminalSize, connectAtStart);
    }

    public Settings withProject(String project) {
        return new Settings(
                targets, first(project, projects), theme, language, site, terminalFont, terminalSize, connectAtStart);
    }

    public Settings withTheme(String name) {
        return new Settings(targets, projects, name, language, site, terminalFont, terminalSize, connectAtStart);
    }

    public Settings withLanguage(String tag) {
        return new Settings(targets, projects, theme, tag, site, terminalFont, terminalSize, connectAtStart);
    }

    /** @param family empty for the system's */
    public Settings withTerminalFont(String family) {
        return new Settings(targets, projects, theme, language, site, family, terminalSize, connectAtStart);
    }

    /** @param points what is too small or too large becomes what is just not */
    public Settings withTerminalSize(int points) {
        return new Settings(
                targets,
                projects,
                theme,
                language,
                site,
                terminalFont,
                Math.clamp(points, LEAST_SIZE, MOST_SIZE),
                connectAtStart);
    }

    public Settings withConnectAtStart(boolean wanted) {
        return new Settings(targets, projects, theme, language, site, terminalFont, terminalSize, wanted);
    }

    private static List<String> first(String one, List<String> others) {
        return Stream.concat(Stream.of(one), others.stream().filter(o -> !o.equals(one)))
                .limit(KEPT)
                .toList();
    }
}
