package org.maxdock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the window advises can be done in the window: it names no command of MaxDock's, and no option. */
class WindowAdviceTest {

    private static final Pattern KIND = Pattern.compile("TroubleKind\\.([A-Z0-9_]+)");

    private static final Pattern TYPED =
            Pattern.compile("\\bmaxdock [a-z]|(?<![\\w=-])--[a-z]|(?<=[\\s(])-[A-Za-z](?=[\\s.,;:)]|$)");

    /** They are about a line, a script or options that the user wrote, and say how these are written. */
    private static final Set<TroubleKind> ABOUT_WHAT_IS_TYPED = EnumSet.of(
            TroubleKind.NOTHING_PASTED,
            TroubleKind.OTHER_RUN_LINE,
            TroubleKind.OTHER_DOCUMENT,
            TroubleKind.BAD_SLURM_OPTION,
            TroubleKind.BAD_BUILD_SECRET,
            TroubleKind.START_UP_HANGS,
            TroubleKind.START_UP_FLOODS);

    /** Those that only the command line meets: what was typed there, and what has no page. */
    private static final Set<TroubleKind> OF_THE_COMMAND_LINE =
            EnumSet.of(TroubleKind.BAD_ARGUMENT, TroubleKind.NO_SUCH_SITE, TroubleKind.SITE_UNREADABLE);

    @Test
    void itCanBeFollowedInTheWindow() throws IOException {
        Set<TroubleKind> met = met();
        met.removeAll(ABOUT_WHAT_IS_TYPED);
        met.removeAll(OF_THE_COMMAND_LINE);
        List<String> typed = new ArrayList<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Texts texts = Texts.ofWindow(locale);
            for (TroubleKind kind : met) {
                String advice = texts.mend(new Trouble(kind, "a", "b", "c", "d"));
                if (TYPED.matcher(advice).find()) {
                    typed.add(kind + ": " + advice);
                }
            }
        }
        assertThat(met).hasSizeGreaterThan(150);
        assertThat(typed).isEmpty();
    }

    /** As its field is called. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "time",
                "gpus",
                "nodes",
                "mem",
                "gres",
                "constraint",
                "cpus-per-task",
                "nodelist",
                "begin",
                "dependency",
                "mail-user",
                "array",
                "port",
                "account",
                "reservation"
            })
    void aValueIsCalledInTheWindowAsItsFieldIs(String word) {
        for (TroubleKind kind : List.of(TroubleKind.BAD_ARGUMENT, TroubleKind.VALUE_WITH_CONTROL)) {
            Trouble trouble = new Trouble(kind, "--" + word, "soon");
            for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                assertThat(Texts.ofWindow(locale).explain(trouble)).doesNotContain("--" + word);
                assertThat(new Texts(locale).explain(trouble)).contains("--" + word);
            }
        }
    }

    @Test
    void theCommandLineKeepsItsOwn() {
        Trouble denied = new Trouble(TroubleKind.AUTH_FAILED, "me@max-wgs");
        assertThat(new Texts(Locale.ENGLISH).mend(denied)).contains("--identity");
        assertThat(Texts.ofWindow(Locale.ENGLISH).mend(denied)).contains("beside the server’s name");
        assertThat(Texts.ofWindow(Locale.ENGLISH).mend(new Trouble(TroubleKind.NO_PROJECT)))
                .isEqualTo(new Texts(Locale.ENGLISH).mend(new Trouble(TroubleKind.NO_PROJECT)));
    }

    /** All that something else than the command line tells. */
    private static Set<TroubleKind> met() throws IOException {
        Set<TroubleKind> met = EnumSet.noneOf(TroubleKind.class);
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java"))
                    .filter(p -> !p.toString().contains("/cli/"))
                    .toList()) {
                Matcher kinds = KIND.matcher(Files.readString(source));
                while (kinds.find()) {
                    met.add(TroubleKind.valueOf(kinds.group(1)));
                }
            }
        }
        return met;
    }
}
