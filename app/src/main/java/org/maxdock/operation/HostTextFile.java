package org.maxdock.operation;

import org.maxdock.host.FileVersion;
import org.maxdock.host.HostFiles;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A text file of a host. */
final class HostTextFile implements EditedFile {

    private final HostFiles files;
    private final String path;

    HostTextFile(HostFiles files, String path) {
        this.files = files;
        this.path = path;
    }

    @Override
    public FileContent read() throws Trouble {
        return new FileContent(files.find(path).map(RawText::of));
    }

    /** What is there already need not be written, so that after a cut it can be tried again. */
    @Override
    public Outcome write(String edited, FileContent from) throws Trouble {
        FileContent wanted = from.with(edited);
        if (read().equals(wanted)) {
            return new Outcome.Written(wanted);
        }
        try {
            files.write(
                    path, wanted.bytes(), from.raw().isPresent() ? FileVersion.of(from.bytes()) : FileVersion.ABSENT);
            return new Outcome.Written(wanted);
        } catch (Trouble e) {
            if (e.kind() == TroubleKind.FILE_CHANGED) {
                return new Outcome.Changed(read());
            }
            throw e;
        }
    }
}
