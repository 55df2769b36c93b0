package org.maxdock.image;

import java.util.Optional;
import org.maxdock.engine.HostClient;
import org.maxdock.image.dockerfile.Advice;
import org.maxdock.image.dockerfile.BuildKitNeed;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** What is to be said of a Dockerfile on a host that cannot build it, before it is built there. */
public final class BuilderAdvice {

    private static final String OLD_LANGUAGE = "buildkit.old-language";

    private BuilderAdvice() {}

    /**
     * What in it the builders of a host do not know, and why not: because there is no BuildKit for one of several
     * reasons, or because it is of before docker 23 and reads an older language. Empty where they know all of it.
     *
     * @throws Trouble where the text is larger than any Dockerfile
     */
    public static Optional<Advice> on(String dockerfile, HostClient client) throws Trouble {
        if (client.why().isPresent()) {
            Message why = client.why().get();
            return BuildKitNeed.of(dockerfile).map(need -> need.advice(why.key(), client.version()));
        }
        return client.isOld()
                ? BuildKitNeed.ofNewer(dockerfile).map(need -> need.advice(OLD_LANGUAGE, client.version()))
                : Optional.empty();
    }
}
