package org.maxdock.operation;

import org.maxdock.host.HostFiles;
import org.maxdock.text.Trouble;

/** A text file in a folder of a host. */
final class HostTextFile implements EditedFile {

    private final HostFiles files;
    private final String folder;
    private final String name;

    HostTextFile(HostFiles files, String folder, String name) {
        this.files = files;
        this.folder = folder;
        this.name = name;
    }

    @Override
    public FileVersion read() throws Trouble {
        return FileVersion.of(files.readIfAny(folder, name));
    }

    @Override
    public Outcome write(String edited, FileVersion from) throws Trouble {
        FileVersion wanted = from.with(edited);
        FileVersion now = read();
        if (now.equals(wanted)) {
            return new Outcome.Written(now);
        }
        if (!now.equals(from)) {
            return new Outcome.Changed(now);
        }
        files.write(folder + "/" + name, wanted.bytes());
        return new Outcome.Written(wanted);
    }
}
