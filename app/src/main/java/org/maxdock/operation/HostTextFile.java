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
    public FileContent read() throws Trouble {
        byte[] bytes = files.readIfAny(folder, name);
        return bytes.length == 0 ? FileContent.NONE : FileContent.of(bytes);
    }

    @Override
    public Outcome write(String edited, FileContent from) throws Trouble {
        FileContent wanted = from.with(edited);
        FileContent now = read();
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
