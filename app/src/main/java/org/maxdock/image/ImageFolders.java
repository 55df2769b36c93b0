package org.maxdock.image;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.maxdock.engine.Engine;
import org.maxdock.engine.EngineSilence;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** The folders of images. Kept by image ID, since that never changes. */
public final class ImageFolders {

    /** Four levels deep, and no more than a person looks through. */
    private static final String FILTER = "sed -nE '\\#^([^/]+/){1,4}$#p' | sed -n 1,20000p";

    private final ImageNames names;
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

    public ImageFolders(Host host) {
        this.names = new ImageNames(host);
    }

    /**
     * Absolute paths; empty where the engine has no such image. A large image takes as long as its export.
     *
     * @throws Trouble where the engine does not give them, or this was cancelled
     */
    public Set<String> of(String reference, Engine engine, Cancellation cancellation) throws Trouble {
        var image = reference.isEmpty()
                ? java.util.Optional.<org.maxdock.engine.ImageDetails>empty()
                : engine.inspect(reference);
        if (image.isEmpty()) {
            return Set.of();
        }
        String id = image.get().id();
        Set<String> folders = known.get(id);
        if (folders == null) {
            folders = read(id, cancellation);
            known.put(id, folders);
        }
        return folders;
    }

    private Set<String> read(String id, Cancellation cancellation) throws Trouble {
        Output output = names.through(FILTER, id, cancellation);
        if (!output.ok()) {
            throw EngineSilence.in(output)
                    .orElseGet(() -> new Trouble(TroubleKind.IMAGE_UNREADABLE, id, output.lastError()));
        }
        return Arrays.stream(output.text().split("\n"))
                .filter(line -> line.length() > 1 && line.indexOf('\\') < 0)
                .map(line -> "/" + line.substring(0, line.length() - 1))
                .collect(Collectors.toUnmodifiableSet());
    }
}
