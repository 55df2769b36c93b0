package org.maxdock.operation;

import org.maxdock.host.FileVersion;
import org.maxdock.host.HostFiles;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;

/** A text file of a host. */
final class HostTextFile implements EditedFile {

    private final HostFiles files;
    private final AfterCut cut;
    private final String path;

    HostTextFile(HostFiles files, AfterCut cut, String path) {
        this.files = files;
        this.cut = cut;
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
            return switch (e.kind()) {
                case FILE_CHANGED -> new Outcome.Changed(read());
                case FILE_CUT -> {
                    cut.mustBeWritten(path, wanted.bytes(), e);
                    yield new Outcome.Written(wanted);
                }
                default -> throw e;
            };
        }
    }
}
