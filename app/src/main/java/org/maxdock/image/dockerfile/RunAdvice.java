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

    private static final List<Rule> RULES = List.of(
            Rule.of(
                    "DL3009",
                    "\\bapt(-get)?\\b.*\\binstall\\b",
                    "rm\\s+-\\w*r\\w*\\s+(?:[^&;|]*\\s)?\\S*/var/lib/apt/lists"
                            + "|--mount=\\S*type=cache\\S*/apt|--mount=\\S*/apt\\S*type=cache"),
            Rule.of(
                    "DL3014",
                    "\\bapt-get\\s+(-\\S+\\s+){0,30}install\\b",
                    "\\bapt-get\\b[^&;|]*(\\s-\\w*y\\w*|\\s--yes|\\s--assume-yes|\\s-qq)"),
            Rule.of("DL3015", "\\bapt-get\\b[^&;|]*\\binstall\\b", "--no-install-recommends|APT::Install-Recommends"),
            Rule.of("DL3027", "(^|[;&|]\\s*|\\s)apt\\s+(-\\S+\\s+){0,30}(install|update|upgrade)\\b"),
            Rule.of(
                    "DL3032",
                    "\\byum\\b[^&;|]*\\binstall\\b",
                    "\\byum\\s+clean\\s+all|rm\\s+-\\w*r\\w*\\s+/var/cache/yum"),
            Rule.of(
                    "DL3040",
                    "\\b(micro)?dnf\\b[^&;|]*\\binstall\\b",
                    "dnf\\s+clean\\s+all|rm\\s+-\\w*r\\w*\\s+/var/cache/(lib)?dnf"),
            Rule.of("DL3036", "\\bzypper\\b[^&;|]*\\b(in|install)\\b", "\\bzypper\\s+(clean|cc)"),
            Rule.of(
                    "DL3042",
                    "\\bpip3?\\s+(-\\S+\\s+){0,30}install\\b",
                    "--no-cache-dir|PIP_NO_CACHE_DIR|--mount=\\S*type=cache|\\buv\\s+pip\\b[^&;|]*--no-cache\\b"),
            Rule.of("DL3004", "(^|[;&|]\\s*)sudo\\b"),
            Rule.of(
                    "conda-clean",
                    "\\b(conda|mamba|micromamba)\\b[^&;|]*\\b(install|create)\\b",
                    "\\bclean\\s+(-\\w*a\\w*|--all|-\\w+\\s+-\\w*a)"));

    private RunAdvice() {}

    static void on(List<Instruction> instructions, List<Advice> all) {
        boolean cacheOff =
                instructions.stream().anyMatch(i -> i.is("ENV") && i.rest().contains("PIP_NO_CACHE_DIR"));
        for (Instruction run : instructions.stream().filter(i -> i.is("RUN")).toList()) {
            RULES.stream()
                    .filter(r ->
                            r.when().matcher(run.rest()).find() && r.holds().test(run.rest()))
                    .filter(r -> !(cacheOff && r.number().equals("DL3042")))
                    .forEach(r -> all.add(Advice.of(run, r.number())));
        }
    }
}
