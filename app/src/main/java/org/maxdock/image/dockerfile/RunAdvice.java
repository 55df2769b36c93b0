package org.maxdock.image.dockerfile;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.function.Predicate;

/**
 * Advice on RUN: package managers that leave their lists and caches in the layer, and what hadolint says of commands.
 */
final class RunAdvice {

    private record Rule(String number, Pattern when, Predicate<String> holds) {
        static Rule of(String number, String when) {
            return new Rule(number, Pattern.compile(when, Pattern.DOTALL), run -> true);
        }

        static Rule of(String number, String when, String unless) {
            Pattern done = Pattern.compile(unless, Pattern.DOTALL);
            return new Rule(
                    number,
                    Pattern.compile(when, Pattern.DOTALL),
                    run -> !done.matcher(run).find());
        }
    }

    /** What package managers of Red Hat's kind keep, in the folder of any of them. */
    private static final String RPMS = "/var/cache(?:/(?:lib)?dnf|/yum|/\\*|/?(?:[\\s,;&|\"']|$))";

    private static final String RPMS_CLEANED =
            "\\b(?:yum|(?:micro)?dnf)\\s(?:[^&;|]*\\s)?clean\\s[^&;|]*\\b(?:all|packages)\\b";

    private static final List<Rule> RULES = List.of(
            Rule.of(
                    "DL3009",
                    "\\bapt(-get)?\\b.*\\binstall\\b",
                    removed("/var/lib/apt(?:/lists|/?(?:[\\s*;&|]|$))") + "|" + mounted("/apt")
                            + "|\\bapt(?:-get)?\\s(?:[^&;|]*\\s)?dist-?clean\\b"),
            Rule.of(
                    "DL3014",
                    "\\bapt-get\\s+(-\\S+\\s+){0,30}install\\b",
                    "\\bapt-get\\b[^&;|]*(\\s-\\w*y\\w*|\\s--yes|\\s--assume-yes|\\s-qq)"),
            Rule.of("DL3015", "\\bapt-get\\b[^&;|]*\\binstall\\b", "--no-install-recommends|APT::Install-Recommends"),
            Rule.of("DL3027", "(^|[;&|]\\s*|\\s)apt\\s+(-\\S+\\s+){0,30}(install|update|upgrade)\\b"),
            Rule.of(
                    "DL3032",
                    "\\byum\\b[^&;|]*\\binstall\\b",
                    RPMS_CLEANED + "|" + removed(RPMS) + "|" + mounted(RPMS)),
            Rule.of(
                    "DL3040",
                    "\\b(micro)?dnf\\b[^&;|]*\\binstall\\b",
                    RPMS_CLEANED + "|" + removed(RPMS) + "|" + mounted(RPMS)),
            Rule.of(
                    "DL3036",
                    "\\bzypper\\b[^&;|]*\\b(in|install)\\b",
                    "\\bzypper\\s(?:[^&;|]*\\s)?(?:clean|cc)\\b|" + removed("/var/cache/zypp") + "|"
                            + mounted("/var/cache/zypp")),
            Rule.of(
                    "DL3042",
                    "\\bpip3?\\s+(-\\S+\\s+){0,30}install\\b",
                    "--no-cache-dir|PIP_NO_CACHE_DIR|" + mounted("") + "|\\buv\\s+pip\\b[^&;|]*--no-cache\\b"
                            + "|\\bpip3?\\s+(?:-\\S+\\s+){0,30}cache\\s+purge\\b|" + removed("/\\.cache")),
            Rule.of("DL3004", "(^(?:--\\S+\\s+){0,30}|[;&|]\\s*)sudo\\b"),
            Rule.of(
                    "conda-clean",
                    "\\b(conda|mamba|micromamba)\\b[^&;|]*\\b(install|create)\\b",
                    "\\bclean\\b[^&;|]*\\s(?:-\\w*a\\w*|--all)\\b|" + removed("/pkgs") + "|" + mounted("/pkgs")));

    /** What a step removes, it leaves to nobody. */
    private static String removed(String path) {
        return "\\brm\\s[^&;|]*" + path;
    }

    /** What is mounted is no part of the layer (docs.docker.com/reference/dockerfile, RUN --mount). */
    private static String mounted(String path) {
        String kind = "type=(?:cache|tmpfs)";
        return "--mount=\\S*" + kind + "\\S*" + path + "|--mount=\\S*" + path + "\\S*" + kind;
    }

    private RunAdvice() {}

    static void on(List<Instruction> instructions, List<Advice> all) {
        boolean cacheOff =
                instructions.stream().anyMatch(i -> i.is("ENV") && i.rest().contains("PIP_NO_CACHE_DIR"));
        for (Instruction run : instructions.stream().filter(i -> i.is("RUN")).toList()) {
            String commands = run.commands();
            RULES.stream()
                    .filter(r -> r.when().matcher(commands).find() && r.holds().test(commands))
                    .filter(r -> !(cacheOff && r.number().equals("DL3042")))
                    .forEach(r -> all.add(Advice.of(run, r.number())));
        }
    }
}
