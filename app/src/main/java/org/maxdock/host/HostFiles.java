package org.maxdock.host;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.text.Trouble;

/** Files and folders of a host, by its own coreutils, so that they are the same here and over SSH. */
public final class HostFiles {

    private final Host host;

    public HostFiles(Host host) {
        this.host = host;
    }

    /** The bytes of a file. */
    public byte[] read(String path) throws Trouble {
        Output output = host.run(Command.of("cat", "--", path));
        if (!output.ok()) {
            throw new Trouble("file-unreadable", path, output.lastError());
        }
        return output.bytes();
    }

    /** Writes a file whole: into a temporary file beside it, to the disk, then over the old one. */
    public void write(String path, byte[] bytes) throws Trouble {
        Output output = host.run(Command.script("""
                new=$(mktemp -- "$1.XXXXXX") && trap 'rm -f -- "$new"' EXIT &&
                cat > "$new" && sync -- "$new" && mv -f -- "$new" "$1" && trap - EXIT""", path).withInput(bytes));
        if (!output.ok()) {
            throw new Trouble("file-unwritable", path, output.lastError());
        }
    }

    /** Those of the paths that are there, in their order. */
    public List<String> existing(List<String> paths) throws Trouble {
        Output output = host.run(Command.script("for p in \"$@\"; do [ -e \"$p\" ] && printf '%s\\0' \"$p\"; done; true", paths.toArray(String[]::new)));
        return java.util.Arrays.stream(output.text().split("\0")).filter(p -> !p.isEmpty()).toList();
    }

    /**
     * The entries of a folder, folders first, each kind by name; at most {@code limit}.
     *
     * @throws Trouble when the folder cannot be read
     */
    public List<FileEntry> list(String folder, int limit) throws Trouble {
        Output output = host.run(Command.script("""
                cd -- "$1" && [ -r . ] || exit 1
                find . -mindepth 1 -maxdepth 1 -printf '%y %Y %m %u %s %f\\0' 2>/dev/null | head -z -n "$2"
                """, folder, String.valueOf(limit)));
        if (!output.ok()) {
            throw new Trouble("folder-unreadable", folder, output.lastError());
        }
        List<FileEntry> entries = new ArrayList<>();
        for (String line : output.text().split("\0")) {
            String[] f = line.split(" ", 6);
            if (f.length == 6) {
                entries.add(new FileEntry(f[5], f[1].equals("d"), Integer.parseInt(f[2], 8), f[3], Long.parseLong(f[4])));
            }
        }
        entries.sort(java.util.Comparator.comparing(FileEntry::folder).reversed().thenComparing(FileEntry::name));
        return entries;
    }
}
