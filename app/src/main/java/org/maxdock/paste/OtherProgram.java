package org.maxdock.paste;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A command of another program that starts containers: people paste it, and it is told as what it is. */
final class OtherProgram {

    private static final Set<String> PROGRAMS = Set.of(
            "apptainer",
            "singularity",
            "shifter",
            "sarus",
            "ch-run",
            "udocker",
            "enroot",
            "kubectl",
            "helm",
            "nomad",
            "crictl",
            "distrobox",
            "nextflow",
            "snakemake",
            "cwltool");

    /** What Podman starts by a description for Kubernetes (podman-kube(1)). */
    private static final Set<String> KUBES = Set.of("kube", "play");

    private static final String COMPOSE = "docker-compose";
    /** Commands that start what a compose file says. */
    private static final Set<String> FILES = Set.of("compose", "stack");

    private static final Set<String> WITH_COMPOSE = Set.of("docker", "podman", "nerdctl", "docker.exe");

    private OtherProgram() {}

    /** What is told of a command, where it is one. */
    static Optional<Trouble> of(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String name = words.get(i).substring(words.get(i).lastIndexOf('/') + 1);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            boolean compose = WITH_COMPOSE.contains(name) && FILES.contains(next);
            if (compose || name.equals(COMPOSE) || name.equals("podman-compose")) {
                return Optional.of(new Trouble(TroubleKind.COMPOSE_LINE));
            }
            if (name.equals("podman") && KUBES.contains(next)) {
                return Optional.of(new Trouble(TroubleKind.OTHER_RUN_LINE, name + " " + next));
            }
            if (PROGRAMS.contains(name)) {
                return Optional.of(new Trouble(TroubleKind.OTHER_RUN_LINE, name));
            }
        }
        return Optional.empty();
    }

    /** The same, also where a word of it is a command in quotes, as {@code bash -c} has one. */
    static Optional<Trouble> within(List<String> words) {
        return of(words)
                .or(() -> words.stream()
                        .filter(word -> word.contains(" "))
                        .map(word ->
                                of(List.of(word.substring(word.indexOf('=') + 1).split("[\\s;&|]+"))))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** Why such a command is not taken over beside a run. */
    static NotTaken.Why why(List<String> words) {
        return of(words).filter(told -> told.kind() == TroubleKind.COMPOSE_LINE).isPresent()
                ? NotTaken.Why.BESIDE
                : NotTaken.Why.OTHER_PROGRAM;
    }
}
