package org.maxdock.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maxdock.text.Valid;

/**
 * How an image is built, as the options of `docker build`.
 *
 * @param arguments of ARG, by name
 * @param labels of the image, by name
 * @param target the stage to end with; empty for the last one
 * @param platform such as linux/amd64; empty for the engine's own
 * @param noCache whether every step is run again
 * @param pull whether bases are fetched even where the engine has them
 * @param builder which one builds
 * @param secrets that its steps may read
 * @param agents that its steps may sign with
 * @param sources what it takes from elsewhere, and where it leaves its cache
 * @param attestations what is added to the image about how it was built
 */
public record BuildOptions(
        Map<String, String> arguments,
        Map<String, String> labels,
        String target,
        String platform,
        boolean noCache,
        boolean pull,
        BuilderChoice builder,
        List<BuildSecret> secrets,
        List<BuildAgent> agents,
        BuildSources sources,
        Attestations attestations) {

    /** Characters of a value: a certificate, say. Linux takes no longer argument (MAX_ARG_STRLEN, execve(2)). */
    private static final int VALUE = 128 << 10;

    private static final int MOST = 100;

    public static final BuildOptions NONE = new BuildOptions(Map.of(), Map.of(), "", "", false, false);

    /** @throws org.maxdock.text.InvalidValue where a value is none that docker's command line can carry */
    public BuildOptions {
        arguments = named("--build-arg", arguments);
        labels = named("--label", labels);
        target = Valid.utf8Line("--target", target, Valid.LONG);
        platform = Valid.utf8Line("--platform", platform, Valid.LONG);
        builder = builder == null ? BuilderChoice.FITTING : builder;
        secrets = Valid.list("--secret", secrets, MOST);
        agents = Valid.list("--ssh", agents, MOST);
        sources = sources == null ? BuildSources.NONE : sources;
        attestations = attestations == null ? Attestations.NONE : attestations;
    }

    /** What has a name, and as its value any text. */
    private static Map<String, String> named(String what, Map<String, String> given) {
        Map<String, String> values = given == null ? Map.of() : given;
        values.forEach((name, value) -> {
            Valid.utf8Line(what, Valid.present(what, name), Valid.LONG);
            Valid.text(what, Valid.present(what, value), VALUE);
        });
        return Map.copyOf(values);
    }

    /** With the builder that fits, and no secrets. */
    public BuildOptions(
            Map<String, String> arguments,
            Map<String, String> labels,
            String target,
            String platform,
            boolean noCache,
            boolean pull) {
        this(
                arguments,
                labels,
                target,
                platform,
                noCache,
                pull,
                BuilderChoice.FITTING,
                List.of(),
                List.of(),
                BuildSources.NONE,
                Attestations.NONE);
    }

    public BuildOptions with(BuilderChoice other, List<BuildSecret> others) {
        return new BuildOptions(
                arguments, labels, target, platform, noCache, pull, other, others, agents, sources, attestations);
    }

    public BuildOptions with(BuildSources others) {
        return new BuildOptions(
                arguments, labels, target, platform, noCache, pull, builder, secrets, agents, others, attestations);
    }

    public BuildOptions with(Attestations others) {
        return new BuildOptions(
                arguments, labels, target, platform, noCache, pull, builder, secrets, agents, sources, others);
    }

    public BuildOptions withAgents(List<BuildAgent> others) {
        return new BuildOptions(
                arguments, labels, target, platform, noCache, pull, builder, secrets, others, sources, attestations);
    }

    public BuildOptions withArguments(Map<String, String> others) {
        return new BuildOptions(
                others, labels, target, platform, noCache, pull, builder, secrets, agents, sources, attestations);
    }

    /** The same for steps that have been built already: to the last one, and none of them anew. */
    public BuildOptions fromCache() {
        BuildSources taken = new BuildSources(sources.contexts(), sources.cacheFrom(), List.of());
        return new BuildOptions(
                arguments, labels, "", platform, false, false, builder, secrets, agents, taken, Attestations.NONE);
    }

    /** The first option that only docker's newer client knows, the plugin buildx; empty for none. */
    public String needsBuildx() {
        String first = sources.needsBuildx();
        return first.isEmpty() ? attestations.needsBuildx() : first;
    }

    /** The words that `docker build` takes for them, but for secrets, agents and the builder. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        arguments.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> words.addAll(List.of("--build-arg", e.getKey() + "=" + e.getValue())));
        words.addAll(wordsButArguments());
        return List.copyOf(words);
    }

    /** The same without build arguments, whose values are nobody's to see in the list of processes. */
    List<String> wordsButArguments() {
        List<String> words = new ArrayList<>();
        labels.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> words.addAll(List.of("--label", e.getKey() + "=" + e.getValue())));
        words.addAll(target.isEmpty() ? List.of() : List.of("--target", target));
        words.addAll(platform.isEmpty() ? List.of() : List.of("--platform", platform));
        words.addAll(noCache ? List.of("--no-cache") : List.of());
        words.addAll(pull ? List.of("--pull") : List.of());
        words.addAll(sources.words());
        words.addAll(attestations.words());
        return List.copyOf(words);
    }
}
