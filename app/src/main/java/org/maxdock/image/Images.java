package org.maxdock.image;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.maxdock.engine.Engine;
import org.maxdock.engine.ImageSummary;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.text.Trouble;

/** What people do with the images of one engine. */
public final class Images {

    private static final String SAVE = """
            set -euo pipefail
            case $2 in /*) ;; *) echo "not an absolute path" >&2; exit 1;; esac
            new=$(mktemp -- "$2.XXXXXX")
            trap 'rm -f -- "$new"' EXIT
            docker save -- "$1" | gzip -1 > "$new"
            sync -- "$new"
            chmod 644 -- "$new"
            sha256sum < "$new"
            mv -f -- "$new" "$2"
            trap - EXIT""";

    private final Host host;
    private final LoginEnvironment environment;
    private final Engine engine;
    private final Clock clock;

    public Images(Host host, LoginEnvironment environment, Engine engine, Clock clock) {
        this.host = host;
        this.environment = environment;
        this.engine = engine;
        this.clock = clock;
    }

    public List<ImageSummary> list() throws Trouble {
        return engine.images();
    }

    public void pull(String reference, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        engine.pull(reference, listener, cancellation);
    }

    public void push(String reference, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        engine.push(reference, listener, cancellation);
    }

    public void remove(String reference) throws Trouble {
        engine.remove(reference);
    }

    /**
     * Builds an image.
     *
     * @return its identity
     */
    public Identity build(BuildRequest request, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        BuildContext context = BuildContext.of(request.folder(), request.dockerfile());
        InputStream archive = context.open();
        String id = engine.builder().build(archive, request.dockerfile(), request.tag(), request.arguments(),
                request.noCache(), listener, cancellation);
        return identity(id).orElseThrow(() -> new Trouble("no-such-image", id));
    }

    public Optional<Identity> identity(String reference) throws Trouble {
        return engine.inspect(reference).map(Identity::of);
    }

    /** Records what an image is now. */
    public ImageRecord record(String reference) throws Trouble {
        Identity identity = identity(reference).orElseThrow(() -> new Trouble("no-such-image", reference));
        return new ImageRecord(References.withTag(reference), identity, clock.instant().toString(), environment.hostName(),
                environment.user(), Optional.empty());
    }

    /** Holds the image of that name, as it is now on this engine, against the record. */
    public Verdict verify(ImageRecord record) throws Trouble {
        return Comparison.verify(record.identity(), identity(record.reference()));
    }

    /** Saves an image to a file of the host, compressed with gzip; the file appears whole or not at all. */
    public Tarball save(String reference, String path, Cancellation cancellation) throws Trouble {
        Output output = run(Command.script(SAVE, reference, path), cancellation);
        if (!output.ok()) {
            throw new Trouble("save-failed", reference, path, output.lastError());
        }
        return new Tarball(path, output.text().split(" ")[0]);
    }

    /** Loads images from a file of the host (docker save, plain or compressed). */
    public String load(String path, Cancellation cancellation) throws Trouble {
        Output output = run(Command.script("docker load --input \"$1\"", path), cancellation);
        if (!output.ok()) {
            throw new Trouble("load-failed", path, output.lastError());
        }
        return output.text().strip();
    }

    private Output run(Command command, Cancellation cancellation) throws Trouble {
        try (Running running = host.start(command.withLifeline())) {
            cancellation.onCancel(running::close);
            Output output = org.maxdock.host.Outputs.collect(running);
            if (cancellation.isCancelled()) {
                throw new Trouble("cancelled");
            }
            return output;
        }
    }
}
