package org.maxdock.image;

import java.util.List;
import java.util.Optional;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.BuilderChoice;
import org.maxdock.engine.HostClient;
import org.maxdock.image.dockerfile.BuildKitNeed;
import org.maxdock.image.dockerfile.Dockerfile;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Which builder builds a Dockerfile on a host. */
final class BuilderRule {

    private static final com.google.re2j.Pattern AGENT = com.google.re2j.Pattern.compile("(?i)--mount=\\S*type=ssh");

    private BuilderRule() {}

    /**
     * What to tell of a build that BuildKit refused: where it does not understand the Dockerfile, that the language
     * which it reads is older than what stands there, unless the Dockerfile asks for a language itself.
     */
    static Trouble explained(Trouble trouble, String dockerfile, HostClient client) throws Trouble {
        Optional<BuildKitNeed> need = BuildKitNeed.ofNewer(dockerfile);
        if (trouble.kind() != TroubleKind.DOCKERFILE_SYNTAX || !client.isOld() || need.isEmpty()) {
            return trouble;
        }
        String what = need.get().what() + " (" + need.get().line() + ")";
        return new Trouble(trouble, TroubleKind.BUILDKIT_OLD, what, client.version())
                .with(List.of(Message.of("buildkit.said", String.join(" ", trouble.arguments()))));
    }

    /** The same, with what may be why: without an agent a step that would use one goes on, and fails by itself. */
    static Trouble withoutAgent(Trouble trouble, String dockerfile, BuildOptions options) {
        if (trouble.kind() != TroubleKind.BUILD_STEP_FAILED || !options.agents().isEmpty()) {
            return trouble;
        }
        boolean wanted = Dockerfile.read(dockerfile).stream()
                .anyMatch(i ->
                        i.keyword().equals("RUN") && AGENT.matcher(i.rest()).find());
        return wanted ? trouble.with(List.of(Message.of("buildkit.no-agent"))) : trouble;
    }

    /**
     * Whether it is BuildKit.
     *
     * @throws Trouble BUILDKIT_MISSING where it must be, and the host has none: for what, and why not
     */
    static boolean buildKit(BuildOptions options, String dockerfile, HostClient client) throws Trouble {
        String buildx = options.needsBuildx();
        String option =
                !options.secrets().isEmpty() ? "--secret" : options.agents().isEmpty() ? buildx : "--ssh";
        if (options.builder() == BuilderChoice.CLASSIC) {
            if (!option.isEmpty()) {
                throw new Trouble(TroubleKind.BAD_ARGUMENT, "--builder " + BuilderChoice.CLASSIC.word(), option);
            }
            return false;
        }
        Optional<BuildKitNeed> need = BuildKitNeed.of(dockerfile);
        boolean must = options.builder() == BuilderChoice.BUILDKIT || !option.isEmpty() || need.isPresent();
        if (must && !client.buildKit()) {
            String what = need.map(n -> n.what() + " (" + n.line() + ")")
                    .orElse(option.isEmpty() ? "--builder " + BuilderChoice.BUILDKIT.word() : option);
            List<Message> why = client.why().map(List::of).orElse(List.of());
            throw new Trouble(TroubleKind.BUILDKIT_MISSING, what).with(why);
        }
        if (!buildx.isEmpty() && !client.ofItself()) {
            throw new Trouble(TroubleKind.BUILDX_MISSING, buildx, client.version());
        }
        return must || client.ofItself();
    }
}
