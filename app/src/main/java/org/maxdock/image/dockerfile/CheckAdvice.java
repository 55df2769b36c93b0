package org.maxdock.image.dockerfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maxdock.engine.DockerfileCheck;
import org.maxdock.text.Message;

/** Advice joined with what docker's own checks say of the same Dockerfile. */
public final class CheckAdvice {

    /** Of docker's rules (docs.docker.com/reference/build-checks), which of those here say the same. */
    private static final Map<String, Set<String>> SAME = Map.of(
            "JSONArgsRecommended", Set.of("DL3025"),
            "MaintainerDeprecated", Set.of("DL4000"),
            "WorkdirRelativePath", Set.of("DL3000"),
            "DuplicateStageName", Set.of("DL3024"),
            "MultipleInstructionsDisallowed", Set.of("DL4003", "DL4004"),
            "BuildError", Set.of("unknown-instruction", "DL3061"));

    private CheckAdvice() {}

    /** All of it by line; what is said here already docker does not say once more. */
    public static List<Advice> joined(List<Advice> own, List<DockerfileCheck.Warning> said) {
        List<Advice> all = new ArrayList<>(own);
        said.stream()
                .filter(warning -> own.stream().noneMatch(advice -> isSame(advice, warning)))
                .map(warning -> new Advice(warning.line(), warning.rule(), Message.of(Advice.CHECKED, warning.text())))
                .distinct()
                .forEach(all::add);
        all.sort(Comparator.comparingInt(Advice::line));
        return List.copyOf(all);
    }

    private static boolean isSame(Advice advice, DockerfileCheck.Warning warning) {
        Set<String> same = SAME.getOrDefault(warning.rule(), Set.of(warning.rule()));
        return advice.line() == warning.line() && same.contains(advice.rule());
    }
}
