package org.maxdock.store.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A text file that is edited here and may be edited elsewhere meanwhile, a Dockerfile say: it is written only where it
 * still holds what the edit began with.
 */
public final class ComparedFile {

    private final LockedFile file;

    public ComparedFile(Path path) {
        this.file = LockedFile.shared(path);
    }

    /**
     * What was in the file at one time.
     *
     * @param text exactly ({@link RawText}); none where there was no file
     */
    public record Version(Optional<String> text, Fingerprint fingerprint) {

        static Version of(Optional<byte[]> bytes) {
            return new Version(bytes.map(RawText::of), Fingerprint.of(bytes));
        }

        /** As an editor wants it: without byte order mark, and all lines with the same end. */
        public String edited() {
            return text.map(TextForm::plain).orElse("");
        }
    }

    /** What came of writing. */
    public sealed interface Outcome {

        /** It is in the file. */
        record Written(Version now) implements Outcome {}

        /** Nothing was written: somebody else had changed the file. */
        record Changed(Version now) implements Outcome {}
    }

    public Version read() throws Trouble {
        return Version.of(file.read());
    }

    /** Writes a text exactly as it is, where the file is as expected, or holds that text already. */
    public Outcome write(String text, Fingerprint expected) throws Trouble {
        return write(RawText.bytes(text), expected);
    }

    /**
     * Writes what an editor made of a version: the file keeps its byte order mark, and each line its end; new lines
     * have that of most.
     */
    public Outcome writeEdited(String edited, Version from) throws Trouble {
        return write(
                RawText.bytes(from.text().map(old -> TextForm.like(old, edited)).orElse(edited)), from.fingerprint());
    }

    private Outcome write(byte[] content, Fingerprint expected) throws Trouble {
        AtomicReference<Outcome> outcome = new AtomicReference<>();
        file.change(now -> {
            boolean there = now.isPresent() && Arrays.equals(now.get(), content);
            if (there || Fingerprint.of(now).equals(expected)) {
                outcome.set(new Outcome.Written(Version.of(Optional.of(content))));
                return there ? Optional.empty() : Optional.of(content);
            }
            outcome.set(new Outcome.Changed(Version.of(now)));
            return Optional.empty();
        });
        if (outcome.get() instanceof Outcome.Changed && !Files.isDirectory(file.folder())) {
            throw new Trouble(TroubleKind.FOLDER_GONE, file.folder());
        }
        return outcome.get();
    }
}
