package org.maxdock.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maxdock.engine.Engine;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Brings the bases of a build that the engine lacks, as any image is brought: with the logins that are kept for it,
 * which a build over its interface does not have, and with its exceptions for registries, which its BuildKit does not
 * know.
 */
final class BaseFetch {

    private final Engine engine;
    private final List<String> bases;
    private final String platform;

    /** @param platform that is built for; empty for the engine's own */
    BaseFetch(Engine engine, List<String> bases, String platform) {
        this.engine = engine;
        this.bases = bases;
        this.platform = platform;
    }

    /** Something that builds on them, and says the image's ID. */
    interface Build {
        String build() throws Trouble;
    }

    /** A base that cannot be brought need not be needed; it is told why where the build fails by it. */
    String around(Progress.Listener listener, Cancellation cancellation, Build build) throws Trouble {
        Map<String, Trouble> missing = new LinkedHashMap<>();
        for (String base : bases) {
            if (ImageReference.read(base).isPresent() && lacks(base)) {
                try {
                    engine.transfers().pull(base, platform, listener, cancellation);
                } catch (Trouble e) {
                    if (e.kind() == TroubleKind.CANCELLED) {
                        throw e;
                    }
                    missing.put(base, e);
                }
            }
        }
        try {
            return build.build();
        } catch (Trouble e) {
            throw missing.entrySet().stream()
                    .filter(m -> String.join(" ", e.arguments()).contains(path(m.getKey())))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(e);
        }
    }

    /** Also where it has the base for another platform: its builder would fetch the other one by itself. */
    private boolean lacks(String base) throws Trouble {
        return engine.inspect(base).filter(i -> isFor(i.platform())).isEmpty();
    }

    /** A variant that was not asked for is no matter. */
    private boolean isFor(String has) {
        return platform.isEmpty() || (has + "/").startsWith(platform + "/");
    }

    /** In whatever address a registry was asked for it, this stands. */
    private static String path(String base) {
        return ImageReference.parse(base).path();
    }
}
