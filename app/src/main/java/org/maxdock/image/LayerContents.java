package org.maxdock.image;

import java.util.List;
import org.maxdock.image.archive.LayerFile;

/**
 * A layer, as its step made it.
 *
 * @param instruction that made it
 * @param files that it added or changed; those that it only takes away are not among them
 * @param removed paths that it takes away from the layers below; a folder with all that is in it
 */
public record LayerContents(String instruction, List<LayerFile> files, List<String> removed) {

    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    /** By the image specification's whiteouts (github.com/opencontainers/image-spec, layer.md). */
    static LayerContents of(String instruction, List<LayerFile> members) {
        List<String> removed = members.stream()
                .filter(f -> name(f).startsWith(WHITEOUT))
                .map(LayerContents::removed)
                .toList();
        return new LayerContents(
                instruction,
                members.stream().filter(f -> !name(f).startsWith(WHITEOUT)).toList(),
                removed);
    }

    private static String name(LayerFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    /** An opaque folder takes away all that was in it, which is told by a slash at the end. */
    private static String removed(LayerFile whiteout) {
        String folder = whiteout.path().substring(0, whiteout.path().lastIndexOf('/') + 1);
        return name(whiteout).equals(OPAQUE) ? folder : folder + name(whiteout).substring(WHITEOUT.length());
    }

    public long bytes() {
        return files.stream().mapToLong(LayerFile::bytes).sum();
    }
}
