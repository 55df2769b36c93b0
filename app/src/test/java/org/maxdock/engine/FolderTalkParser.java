package org.maxdock.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.maxdock.fuzz.Fuzzed;
import org.maxdock.host.Running;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** What reads what a host says while it brings the copy of a folder up to date. */
final class FolderTalkParser {

    private static final String NOW = "a".repeat(64);
    private static final byte[] END = "kept\n".getBytes(StandardCharsets.US_ASCII);

    private FolderTalkParser() {}

    static Fuzzed all() {
        Untrusted answer = Untrusted.of(Untrusted.LARGE, TroubleKind.FOLDER_UNREADABLE, "host");
        return new Fuzzed(
                "a host that keeps the copy of a folder",
                List.of(
                        said("at -\n", END),
                        said("at " + NOW + "\n", END),
                        said("none /home/u/.cache: No space left on device\n"),
                        said("at ?\n", listing("d 755 1 d\0\0f 644 1.5 d/a\0\0\0" + NOW + "  ./d/a\0"), END),
                        said("at ?\n", listing("x".repeat(1 << 20)), END)),
                bytes -> answer.bytes(bytes, b -> {
                    new FolderTalk(new Said(b), InputStream::close, note -> {}).bring(new Folder());
                    return b;
                }));
    }

    private static byte[] said(String first, byte[]... more) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first.getBytes(StandardCharsets.US_ASCII));
        List.of(more).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** Packed, after its length. */
    private static byte[] listing(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return said(packed.size() + "\n", packed.toByteArray());
    }

    /** A host that has said all that it says. */
    private record Said(byte[] bytes, InputStream output) implements Running {

        Said(byte[] bytes) {
            this(bytes, new ByteArrayInputStream(bytes));
        }

        @Override
        public OutputStream input() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream errors() {
            return InputStream.nullInputStream();
        }

        @Override
        public int await() {
            return 0;
        }

        @Override
        public void close() {
            // nothing runs
        }
    }

    /** One of which a file goes, one is touched, and what comes is empty. */
    private static final class Folder implements KeptFolder, KeptFolder.Change {

        @Override
        public Optional<KeptFolder.Change> change(Optional<String> there, Listing listing) throws Trouble, IOException {
            if (there.isEmpty()) {
                listing.read();
            }
            return there.equals(Optional.of(NOW)) ? Optional.empty() : Optional.of(this);
        }

        @Override
        public void begin() {
            // it has nothing to look at
        }

        @Override
        public String name() {
            return "f";
        }

        @Override
        public String dockerfile() {
            return "Dockerfile";
        }

        @Override
        public OwnDockerfile ownDockerfile() {
            return new OwnDockerfile(new byte[0], new byte[0]);
        }

        @Override
        public boolean canBeKept() {
            return true;
        }

        @Override
        public void kept() {
            // nothing is remembered
        }

        @Override
        public InputStream whole() {
            return InputStream.nullInputStream();
        }

        @Override
        public List<String> gone() {
            return List.of("a");
        }

        @Override
        public Map<String, List<String>> touched() {
            return Map.of("1", List.of("b"));
        }

        @Override
        public InputStream tar() {
            return InputStream.nullInputStream();
        }

        @Override
        public String now() {
            return NOW;
        }

        @Override
        public Message told() {
            return Message.of("build.log.same");
        }
    }
}
