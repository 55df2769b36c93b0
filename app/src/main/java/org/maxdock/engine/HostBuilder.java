package org.maxdock.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Running;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Builds from a folder of the engine's host, by the host's own docker, which packs it there: none of it crosses the
 * link. It is asked for the classic builder, whose steps are those of {@link Builder}.
 */
public final class HostBuilder {

    private static final String BUILD = """
            cd -- "$1" || exit
            export DOCKER_BUILDKIT=0
            exec docker build --force-rm --file "$2" --tag "$3" "${@:4}" . 2>&1
            """;
    private static final Pattern BUILT = Pattern.compile("Successfully built ([0-9a-f]{12,64})");
    private static final int SHOWN = 4000;
    private static final int LONGEST_LINE = 100_000;

    private final Host host;

    public HostBuilder(Host host) {
        this.host = host;
    }

    /**
     * Builds an image; cancelling, or a lost connection, ends docker there, and with it the build in the engine.
     *
     * @return the image's ID, at least its first 12 digits
     */
    public String build(
            String folder,
            String dockerfile,
            String tag,
            BuildOptions options,
            Progress.Listener listener,
            Cancellation cancellation)
            throws Trouble {
        List<String> arguments = new ArrayList<>(List.of(folder, dockerfile, tag));
        arguments.addAll(options.words());
        String last = "";
        String built = "";
        try (Running running = host.start(
                Command.script(BUILD, arguments.toArray(String[]::new)).withLifeline())) {
            cancellation.onCancel(running::close);
            Reader said = new BufferedReader(new InputStreamReader(running.output(), StandardCharsets.UTF_8));
            for (String line; (line = line(said)) != null; ) {
                listener.report(new Progress("", line + "\n", 0, 0));
                Matcher done = BUILT.matcher(line);
                built = done.matches() ? done.group(1) : built;
                last = line.isBlank() ? last : line;
            }
            int status = running.await();
            if (cancellation.isCancelled()) {
                throw new Trouble(TroubleKind.CANCELLED);
            }
            if (status != 0) {
                throw EngineTrouble.ofMessage(null, last.substring(0, Math.min(last.length(), SHOWN)));
            }
        } catch (IOException e) {
            throw new Trouble(e, cancellation.isCancelled() ? TroubleKind.CANCELLED : TroubleKind.BUILD_CUT, tag);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
        if (built.isEmpty()) {
            throw new Trouble(TroubleKind.BUILD_CUT, tag);
        }
        return built;
    }

    /** A line without its end, or so much of one that has none; null at the end. */
    private static String line(Reader from) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = from.read();
        for (; c >= 0 && c != '\n' && line.length() < LONGEST_LINE; c = from.read()) {
            line.append((char) c);
        }
        if (c >= 0 && c != '\n') {
            line.append((char) c);
        }
        return c < 0 && line.isEmpty() ? null : line.toString();
    }
}
