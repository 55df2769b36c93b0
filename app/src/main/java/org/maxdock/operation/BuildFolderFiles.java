package org.maxdock.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** The files of a folder that is built from, on this machine or on the connected server. */
public final class BuildFolderFiles {

    private static final int MOST_NAMES = 1000;
    private static final int MOST_BESIDE = 100;

    private final Connection connection;

    public BuildFolderFiles(Connection connection) {
        this.connection = connection;
    }

    /** A file to be edited; it need not be there. */
    public EditedFile file(BuildFolder folder, String name) throws Trouble {
        return switch (folder) {
            case BuildFolder.Here here -> new LocalTextFile(here.path().resolve(name));
            case BuildFolder.OnServer there ->
                new HostTextFile(connection.server().files(), new AfterCut(connection), there.path() + "/" + name);
        };
    }

    /** Writes those files that the folder has not; the others stay as they are. */
    public void addMissing(BuildFolder folder, Map<String, String> files) throws Trouble {
        for (Map.Entry<String, String> file : files.entrySet()) {
            file(folder, file.getKey()).write(file.getValue(), FileContent.NONE); // what is there is no NONE
        }
    }

    /** Writes a file beside those there are, under the first free name: NAME, NAME-2, …; returns that. */
    public String writeBeside(BuildFolder folder, String name, FileContent content) throws Trouble {
        for (int i = 1; i <= MOST_BESIDE; i++) {
            String free = i == 1 ? name : name + "-" + i;
            if (file(folder, free).write(content.text(), FileContent.NONE) instanceof EditedFile.Outcome.Written) {
                return free;
            }
        }
        throw new Trouble(
                TroubleKind.FILE_UNWRITABLE,
                folder + "/" + name,
                Reason.of("reason.too-many", "there are too many of them"));
    }

    /**
     * The names in a folder below it, for completion; none of a server's, which would take a round trip for each
     * letter.
     *
     * @param inside ends with a slash, or is empty
     */
    public List<String> names(BuildFolder folder, String inside) {
        if (!(folder instanceof BuildFolder.Here local)) {
            return List.of();
        }
        Path top = local.path().resolve(inside).normalize();
        if (!top.startsWith(local.path()) || !Files.isDirectory(top)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(top)) {
            return all.limit(MOST_NAMES)
                    .map(p -> inside + p.getFileName() + (Files.isDirectory(p) ? "/" : ""))
                    .toList();
        } catch (IOException e) {
            System.getLogger(BuildFolderFiles.class.getName()).log(System.Logger.Level.DEBUG, "no names of " + top, e);
            return List.of();
        }
    }
}
