package org.maxdock.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Running;
import org.maxdock.host.shell.BundledScript;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Builds with BuildKit, by the own client of the engine's host: what is built from, secrets and build arguments go to
 * its standard input, and it pulls bases with the logins that are kept there.
 */
public final class BuildKit {

    private static final String SCRIPT =
            BuildArguments.FUNCTIONS + FolderCopies.FUNCTIONS + BundledScript.of(BuildKit.class, "buildkit.sh");
    private static final int SHOWN = 4000;
    private static final Duration LONGEST_END = Duration.ofSeconds(10);
    private static final int LONGEST_LINE = 100_000;

    /** What a step says bears its number; what the client says does not. */
    private static final Pattern OF_A_STEP = Pattern.compile("#[0-9]{1,9} ");

    private static final Pattern ID = Pattern.compile("sha256:[0-9a-f]{64}");

    private final Host host;
    private final HostClient client;

    /** @param client the host's docker command, as it was found to be */
    public BuildKit(Host host, HostClient client) {
        this.host = host;
        this.client = client;
    }

    /** What to build from. */
    public sealed interface From {
        /** @param tar an archive; read to its end and closed */
        record Sent(InputStream tar) implements From {}

        /**
         * A folder of the host.
         *
         * @param dockerfile where it is another one than the folder's
         */
        record There(HostBuilder.Folder folder, Optional<OwnDockerfile> dockerfile) implements From {}

        /** A folder of this machine, with its own Dockerfile, of which the host keeps a copy. */
        record Kept(KeptFolder folder) implements From {}
    }

    /**
     * Builds an image; cancelling, or a lost connection, ends the client there, and with it the build in the engine.
     *
     * @param tag its name; empty for none
     * @return the image's ID
     */
    public String build(
            From from,
            String dockerfile,
            String tag,
            BuildOptions options,
            Progress.Listener listener,
            Cancellation cancellation)
            throws Trouble {
        BuildInput input = new BuildInput(options.secrets(), new BuildArguments(options.arguments()), from);
        try (AgentRelays agents = relays(from, options, cancellation);
                Running running =
                        host.start(Command.script(SCRIPT, arguments(from, dockerfile, tag, options, agents.words())))) {
            cancellation.onCancel(running::close);
            Thread sending = Thread.ofVirtual().name("build-input").start(() -> input.send(running, listener));
            Reader said = new BufferedReader(new InputStreamReader(running.errors(), StandardCharsets.UTF_8));
            String last = "";
            for (String line; (line = Lines.next(said, LONGEST_LINE)) != null; ) {
                listener.report(new Progress("", line + "\n", 0, 0));
                last = line.isBlank() || OF_A_STEP.matcher(line).lookingAt() ? last : line;
            }
            String id = new String(running.output().readNBytes(SHOWN), StandardCharsets.UTF_8).strip();
            int status = running.await();
            sending.join(LONGEST_END);
            if (cancellation.isCancelled()) {
                throw new Trouble(TroubleKind.CANCELLED);
            }
            if (input.unsent().isPresent()) {
                throw input.unsent().get();
            }
            if (status == Running.BROKEN && !host.isOpen()) {
                throw new Trouble(TroubleKind.CONNECTION_LOST, host.name());
            }
            if (status != 0) {
                throw EngineTrouble.ofMessage(null, last.substring(0, Math.min(last.length(), SHOWN)));
            }
            if (!ID.matcher(id).matches()) {
                throw new Trouble(TroubleKind.BUILD_CUT, tag);
            }
            return id;
        } catch (IOException e) {
            throw new Trouble(e, cancellation.isCancelled() ? TroubleKind.CANCELLED : TroubleKind.BUILD_CUT, tag);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }

    /** Where they do not come there, what was to be sent is let go. */
    private AgentRelays relays(From from, BuildOptions options, Cancellation cancellation) throws Trouble {
        try {
            return AgentRelays.to(host, options.agents(), cancellation);
        } catch (Trouble e) {
            if (from instanceof From.Sent(InputStream tar)) {
                try {
                    tar.close();
                } catch (IOException unsent) {
                    e.addSuppressed(unsent);
                }
            }
            throw e;
        }
    }

    private String[] arguments(From from, String dockerfile, String tag, BuildOptions options, List<String> agents)
            throws Trouble {
        List<String> words = new ArrayList<>();
        switch (from) {
            case From.Sent sent -> words.addAll(List.of("sent", dockerfile, tag, "", ""));
            case From.There(HostBuilder.Folder folder, Optional<OwnDockerfile> other) -> {
                boolean named = folder.these().isPresent();
                words.addAll(List.of(named ? "these" : "folder", dockerfile, tag, folder.path()));
                words.add(named ? new HostBuilder(host).kept(folder.these().get(), folder.path()) : "");
            }
            case From.Kept(KeptFolder folder) ->
                words.addAll(List.of("kept", folder.dockerfile(), tag, folder.name(), ""));
        }
        words.add(String.valueOf(options.secrets().size()));
        words.add(String.valueOf(options.arguments().size()));
        words.add(client.ofItself() ? "buildx" : "");
        words.addAll(options.wordsButArguments());
        words.addAll(agents);
        return words.toArray(String[]::new);
    }
}
