package org.maxdock.operation;

import java.nio.file.Path;
import org.maxdock.store.file.ComparedFile;
import org.maxdock.store.file.Fingerprint;
import org.maxdock.text.Trouble;

/** A text file of this machine. */
final class LocalTextFile implements EditedFile {

    private final ComparedFile file;

    LocalTextFile(Path path) {
        this.file = new ComparedFile(path);
    }

    @Override
    public FileContent read() throws Trouble {
        return content(file.read());
    }

    private static FileContent content(ComparedFile.Version version) {
        return new FileContent(version.text());
    }

    @Override
    public Outcome write(String edited, FileContent from) throws Trouble {
        Fingerprint expected = Fingerprint.of(from.raw().map(raw -> from.bytes()));
        return switch (file.write(from.with(edited).text(), expected)) {
            case ComparedFile.Outcome.Written written -> new Outcome.Written(content(written.now()));
            case ComparedFile.Outcome.Changed changed -> new Outcome.Changed(content(changed.now()));
        };
    }
}
