package org.maxdock.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.maxdock.host.Running;
import org.maxdock.text.IoReason;
import org.maxdock.text.Message;
import org.maxdock.text.RawText;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;

/** Brings the copy of a folder on a host up to date, with the script there that keeps it (foldercopy.sh). */
final class FolderTalk {

    private static final int LONGEST_LINE = 2000;
    /** Bytes; of a million files. */
    private static final int MOST_LISTED = 256 << 20;

    private static final String NONE = "none ";
    private static final Pattern AT = Pattern.compile("at (-|\\?|[0-9a-f]{64})");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,8}"); // packed it is smaller by far

    /** What foldercopy.sh says of itself. */
    static final Map<String, String> SAID = Map.of(
            "the folder of the copies belongs to somebody else, or there is no flock", "reason.copies-foreign",
            "another build uses it", "reason.copy-in-use",
            "something in it may not be read by its owner", "reason.copy-unreadable");

    private final OutputStream to;
    private final InputStream said;
    private final Parts parts;
    private final Consumer<Message> told;

    /**
     * @param parts how a tar is sent
     * @param told what is done, for people
     */
    FolderTalk(Running running, Parts parts, Consumer<Message> told) {
        this.to = running.input();
        this.said = running.output();
        this.parts = parts;
        this.told = told;
    }

    /** Sends a tar to its end; fails where it cannot be read. */
    interface Parts {
        void send(InputStream tar) throws IOException, Trouble;
    }

    /** Afterwards the copy is what the folder is, or where the host can keep none, all of it has been sent. */
    void bring(KeptFolder folder) throws IOException, Trouble {
        String line = line();
        Matcher at = AT.matcher(line);
        if (at.matches() && folder.canBeKept()) {
            line = change(folder, at.group(1));
        } else if (at.matches()) {
            word("whole");
            to.flush();
            line = line();
        }
        if (line.equals("kept")) {
            folder.kept();
            return;
        }
        told.accept(
                Message.of("build.log.whole", reason(line.startsWith(NONE) ? line.substring(NONE.length()) : line)));
        parts.send(folder.whole());
    }

    /** Why there is no copy: what the script says of itself, or the system. */
    static Reason reason(String said) {
        String key = SAID.get(said);
        return key == null ? IoReason.atEnd(said) : Reason.of(key, said);
    }

    private String change(KeptFolder folder, String at) throws IOException, Trouble {
        Optional<KeptFolder.Change> change = folder.change(
                at.equals("?") ? Optional.empty() : Optional.of(at),
                at.equals("-") ? () -> new byte[] {0} : this::listing);
        if (change.isEmpty()) {
            word("same");
            to.flush();
            told.accept(Message.of("build.log.same"));
            return "kept";
        }
        told.accept(change.get().told());
        word("change");
        words(names(change.get().gone()));
        StringBuilder touched = new StringBuilder();
        change.get()
                .touched()
                .forEach((time, names) ->
                        touched.append('@').append(time).append('\0').append(names(names)));
        words(touched.toString());
        parts.send(change.get().tar());
        word(change.get().now());
        to.flush();
        return line();
    }

    /** What the host says is not what it can say: it waits for an answer, which does not come. */
    static final class Garbled extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Reason reason;

        Garbled(Reason reason) {
            super(reason.plain());
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    private byte[] listing() throws IOException {
        word("list");
        to.flush();
        String count = line();
        if (!COUNT.matcher(count).matches()) {
            throw new Garbled(Reason.of("reason.no-listing", "no listing: " + count, count));
        }
        byte[] packed = said.readNBytes(Integer.parseInt(count));
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] listing = in.readNBytes(MOST_LISTED);
            if (listing.length == MOST_LISTED) {
                throw new Garbled(Reason.of(
                        "reason.too-much", "more than " + MOST_LISTED + " bytes would have to be read", MOST_LISTED));
            }
            return listing;
        } catch (EOFException | ZipException e) {
            throw (IOException)
                    new Garbled(Reason.of("reason.listing-cut", "its list ends before its end")).initCause(e);
        }
    }

    private static String names(List<String> names) {
        return String.join("", names.stream().map(n -> "./" + n + "\0").toList());
    }

    /** After their length. */
    private void words(String words) throws IOException {
        byte[] bytes = RawText.bytes(words);
        word(String.valueOf(bytes.length));
        to.write(bytes);
    }

    private void word(String word) throws IOException {
        to.write((word + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Byte by byte: what follows the last line is for somebody else. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c; (c = said.read()) != '\n'; ) {
            if (c < 0 || line.size() > LONGEST_LINE) {
                throw new IOException("the host says no more than: " + line.toString(StandardCharsets.UTF_8));
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
