package org.maxdock.image;

import java.util.List;
import java.util.Optional;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.BuilderChoice;
import org.maxdock.engine.HostClient;
import org.maxdock.image.dockerfile.BuildKitNeed;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Which builder builds a Dockerfile on a host. */
final class BuilderRule {

    private BuilderRule() {}

    /**
     * What to tell where the builder does not understand a Dockerfile: that the language which its BuildKit reads is
     * older than what the Dockerfile has. Empty where it has nothing of that kind, or asks for a language itself.
     */
    static Optional<Trouble> tooOld(String dockerfile, HostClient client) throws Trouble {
        boolean asks = dockerfile.lines().limit(20).anyMatch(line -> line.matches("(?i)#\\s*syntax\\s*=.*"));
        return BuildKitNeed.ofNewer(dockerfile)
                .filter(need -> client.buildKit() && !client.ofItself() && !asks)
                .map(need -> new Trouble(
                        TroubleKind.BUILDKIT_OLD, need.what() + " (" + need.line() + ")", client.version()));
    }

    /**
     * Whether it is BuildKit.
     *
     * @throws Trouble BUILDKIT_MISSING where it must be, and the host has none: for what, and why not
     */
    static boolean buildKit(BuildOptions options, String dockerfile, HostClient client) throws Trouble {
        boolean secrets = !options.secrets().isEmpty();
        if (options.builder() == BuilderChoice.CLASSIC) {
            if (secrets) {
                throw new Trouble(TroubleKind.BAD_ARGUMENT, "--builder " + BuilderChoice.CLASSIC.word(), "--secret");
            }
            return false;
        }
        Optional<BuildKitNeed> need = BuildKitNeed.of(dockerfile);
        boolean must = options.builder() == BuilderChoice.BUILDKIT || secrets || need.isPresent();
        if (must && !client.buildKit()) {
            String what = need.map(n -> n.what() + " (" + n.line() + ")")
                    .orElse(secrets ? "--secret" : "--builder " + BuilderChoice.BUILDKIT.word());
            List<Message> why = client.why().map(List::of).orElse(List.of());
            throw new Trouble(TroubleKind.BUILDKIT_MISSING, what).with(why);
        }
        return must || client.ofItself();
    }
}
