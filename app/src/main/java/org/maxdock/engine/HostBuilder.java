package org.maxdock.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.text.RawText;
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
            with_arguments docker build --force-rm --file "$2" --tag "$3" "${build_arguments[@]}" "${@:4}" . 2>&1
            """;

    /**
     * $4: a file with the names of what is to be packed. Docker would take half of it, too: so first all is looked at.
     */
    private static final String BUILD_OF_THESE = """
            trap 'rm -f -- "$4"' EXIT
            exec 2>&1
            cd -- "$1" || exit
            xargs -0 -r -a "$4" bash -c 'for f; do
              [ -r "$f" ] || [ -h "$f" ] || { echo "no permission to read from $f"; exit 255; }
            done' bash || exit
            export DOCKER_BUILDKIT=0
            set -o pipefail
            # 1 is for a file that changed meanwhile, of which all the same there is something
            { tar --create --no-recursion --null --verbatim-files-from --files-from="$4" \\
              --owner=0 --group=0 --numeric-owner || [ $? -eq 1 ]; } |
              with_arguments docker build --force-rm --file "$2" --tag "$3" "${build_arguments[@]}" "${@:5}" -
            """;

    /** Standard input that is cut counts as its end: so the length goes with it. */
    private static final String KEEP_NAMES = """
            names=$(mktemp) || exit
            cat > "$names"
            [ "$(wc -c < "$names")" -eq "$1" ] && printf %s "$names" || { rm -f -- "$names"; exit 1; }
            """;

    private static final Pattern BUILT = Pattern.compile("Successfully built ([0-9a-f]{12,64})");
    private static final int SHOWN = 4000;
    private static final int LONGEST_LINE = 100_000;

    private final Host host;

    public HostBuilder(Host host) {
        this.host = host;
    }

    /**
     * What to build from.
     *
     * @param these names of all that is sent, in it ({@link RawText}); where there are none, docker reads .dockerignore
     */
    public record Folder(String path, Optional<List<String>> these) {}

    /**
     * Builds an image; cancelling, or a lost connection, ends docker there, and with it the build in the engine.
     *
     * @return the image's ID, at least its first 12 digits
     */
    public String build(
            Folder folder,
            String dockerfile,
            String tag,
            BuildOptions options,
            Progress.Listener listener,
            Cancellation cancellation)
            throws Trouble {
        List<String> arguments = new ArrayList<>(List.of(folder.path(), dockerfile, tag));
        if (folder.these().isPresent()) {
            arguments.add(kept(folder.these().get(), folder.path()));
        }
        arguments.addAll(options.wordsButArguments());
        String script = BuildArguments.GIVEN + (folder.these().isPresent() ? BUILD_OF_THESE : BUILD);
        byte[] given = new BuildArguments(options.arguments()).line();
        String last = "";
        String built = "";
        try (Running running = host.start(Command.script(script, arguments.toArray(String[]::new))
                .withLifeline()
                .withGiven())) {
            cancellation.onCancel(running::close);
            running.input().write(given);
            running.input().flush();
            Reader said = new BufferedReader(new InputStreamReader(running.output(), StandardCharsets.UTF_8));
            for (String line; (line = Lines.next(said, LONGEST_LINE)) != null; ) {
                listener.report(new Progress("", line + "\n", 0, 0));
                Matcher done = BUILT.matcher(line);
                built = done.matches() ? done.group(1) : built;
                last = line.isBlank() ? last : line;
            }
            int status = running.await();
            if (cancellation.isCancelled()) {
                throw new Trouble(TroubleKind.CANCELLED);
            }
            if (status == Running.BROKEN && !host.isOpen()) {
                throw new Trouble(TroubleKind.CONNECTION_LOST, host.name());
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

    /** A file of the host with those names, which whoever builds from them removes. */
    String kept(List<String> names, String folder) throws Trouble {
        byte[] list = RawText.bytes(String.join("\0", names) + "\0");
        Output output = host.run(
                Command.script(KEEP_NAMES, Integer.toString(list.length)).withInput(list));
        if (!output.ok()) {
            throw new Trouble(TroubleKind.FOLDER_UNREADABLE, folder, output.lastError());
        }
        return output.text();
    }
}
