package org.maxdock.image.context;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Message;
import org.maxdock.text.RawText;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/** A build context on the workgroup server. Only the names and sizes of its files cross the link. */
public final class ServerFolder {

    private static final String LIST = """
            cd -- "$1" || exit
            [ -f "$2" ] || exit 8
            set -o pipefail
            if [ -e "$2.dockerignore" ]; then printf own; fi
            printf '\\0'
            for own in "$2.dockerignore" .dockerignore; do
              if [ -e "$own" ]; then tr -d '\\0' < "$own" || exit; break; fi
            done
            printf '\\0'
            find . -ignore_readdir_race -mindepth 1 \\( -type f ! -readable -printf 'closed %s %P\\0' -o \\
              -type d ! \\( -readable -executable \\) -printf 'closed 0 %P\\0' -prune -o -printf '%y %s %P\\0' \\) &&
              printf 'end\\0'
            """;
    private static final int NO_DOCKERFILE = 8;
    /** What may not be read, of which docker by itself would send less and say nothing. */
    private static final String CLOSED = "closed";

    private final Host host;
    private final String folder;

    public ServerFolder(Host host, String folder) {
        this.host = host;
        this.folder = folder;
    }

    public String path() {
        return folder;
    }

    /** Whether a name is one in the folder; a link that leads out of it is not looked at. */
    public boolean holds(String name) {
        Path whole = Path.of(folder).normalize();
        return whole.resolve(name).normalize().startsWith(whole);
    }

    /** The Dockerfile, a byte a character. */
    public byte[] read(String name) throws Trouble {
        Output output = host.run(Command.script("cd -- \"$1\" && cat -- \"$2\"", folder, name));
        if (!output.ok()) {
            throw new Trouble(TroubleKind.DOCKERFILE_MISSING, name, folder);
        }
        return output.bytes();
    }

    /** What a build will send. */
    public ContextSize size(String dockerfile, Cancellation cancellation) throws Trouble {
        return ContextSize.of(listing(dockerfile, cancellation).sent());
    }

    /**
     * What of it is sent, and what the server's docker has to be told for that.
     *
     * @param old whether that is of before Docker 23, and reads .dockerignore in ways of its own
     */
    public Choice choice(String dockerfile, boolean old, Cancellation cancellation) throws Trouble {
        String[] words = words(dockerfile, cancellation);
        IgnoreRules rules = IgnoreRules.parse(words[1], dockerfile);
        Listing listing = sent(words, rules);
        Optional<String> otherwise = old ? rules.readOtherwise() : Optional.empty();
        boolean packed = listing.hasOwn() || otherwise.isPresent() && holds(dockerfile);
        List<String> names =
                listing.sent().stream().map(ContextSize.Weight::name).toList();
        return new Choice(packed ? Optional.of(names) : Optional.empty(), listing.isClosed(), otherwise, ignore(words));
    }

    /**
     * What of a folder is sent.
     *
     * @param toBePacked by name, where docker by itself would send more than that: it knows .dockerignore, but not
     *     which files are MaxDock's own; empty where docker can pack the folder by itself
     * @param isClosed whether something may not be read, of which docker by itself would send less and say nothing
     * @param otherwise the first pattern of .dockerignore that docker by itself, being old, may read in a way of its
     *     own
     * @param ignore what is left out of it, as a .dockerignore: what its own one names, and MaxDock's files
     */
    public record Choice(
            Optional<List<String>> toBePacked, boolean isClosed, Optional<String> otherwise, byte[] ignore) {

        /** What docker by itself would read otherwise; empty where there is no such thing. */
        public Optional<Message> told(String docker) {
            String how = toBePacked.isPresent() ? "build.log.ignore-today" : "build.log.ignore-old";
            return otherwise.map(pattern -> Message.of(how, docker, Valid.shown(pattern)));
        }
    }

    /** As {@link Choice#ignore}. */
    public byte[] ignore(String dockerfile, Cancellation cancellation) throws Trouble {
        return ignore(words(dockerfile, cancellation));
    }

    private static byte[] ignore(String[] words) {
        return RawText.bytes(words[1] + "\n" + String.join("\n", OwnFiles.PATTERNS) + "\n");
    }

    /** @param hasOwn whether docker by itself might send another choice of files */
    private record Listing(List<ContextSize.Weight> sent, boolean hasOwn, boolean isClosed) {}

    private Listing listing(String dockerfile, Cancellation cancellation) throws Trouble {
        String[] words = words(dockerfile, cancellation);
        return sent(words, IgnoreRules.parse(words[1], dockerfile));
    }

    private String[] words(String dockerfile, Cancellation cancellation) throws Trouble {
        Output output = CancellableOutput.run(host, Command.script(LIST, folder, dockerfile), cancellation);
        if (output.status() == NO_DOCKERFILE) {
            throw new Trouble(TroubleKind.DOCKERFILE_MISSING, dockerfile, folder);
        }
        if (!output.ok()) {
            throw new Trouble(TroubleKind.FOLDER_UNREADABLE, folder, output.reason());
        }
        String[] words = RawText.of(output.bytes()).split("\0");
        if (!words[words.length - 1].equals("end")) {
            throw new Trouble(
                    TroubleKind.FOLDER_UNREADABLE, folder, Reason.of("reason.listing-cut", "its listing is cut"));
        }
        return words;
    }

    /** The listing names a folder before what is in it. */
    private static Listing sent(String[] words, IgnoreRules rules) {
        List<ContextSize.Weight> sent = new ArrayList<>();
        boolean hasOwn = !words[0].isEmpty(); // older clients read none but the folder's
        boolean isClosed = false;
        String skipped = "\0";
        for (int i = 2; i < words.length - 1; i++) {
            String[] entry = words[i].split(" ", 3);
            String name = entry[2];
            if (name.startsWith(skipped)) {
                continue;
            }
            if (!rules.ignores(name)) {
                boolean closed = entry[0].equals(CLOSED);
                isClosed |= closed;
                sent.add(new ContextSize.Weight(name, closed || entry[0].equals("f") ? Long.parseLong(entry[1]) : 0));
                continue;
            }
            hasOwn |= !rules.names(name);
            if (entry[0].equals("d") && !rules.takesBackBelow(name)) {
                skipped = name + "/";
            }
        }
        return new Listing(sent, hasOwn || isClosed, isClosed);
    }
}
