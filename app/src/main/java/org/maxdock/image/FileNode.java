package org.maxdock.image;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeMap;
import org.maxdock.image.archive.LayerFile;

/** A file or folder of a tree to look at, with all that is below it. */
public final class FileNode {

    private final String name;
    private final FileNode above;
    private final TreeMap<String, FileNode> children = new TreeMap<>();
    private Optional<LayerFile> file = Optional.empty();
    private String note = "";
    private long bytes;

    private FileNode(String name, FileNode above) {
        this.name = name;
        this.above = above;
    }

    /** The files as a container sees them, each with the number of its layer. */
    public static FileNode ofAll(ImageContents contents) {
        FileNode root = root();
        contents.files()
                .values()
                .forEach(p -> root.add(
                        p.file().path(), Optional.of(p.file()), p.file().bytes(), String.valueOf(p.layer())));
        return root;
    }

    /** What a layer added or changed (+), and what it took away (−). */
    public static FileNode ofLayer(LayerContents layer) {
        FileNode root = root();
        layer.removed().stream()
                .filter(p -> !p.replace("/", "").isEmpty())
                .forEach(p -> root.add(p.replaceFirst("/$", ""), Optional.empty(), 0, "−"));
        layer.files().forEach(f -> root.add(f.path(), Optional.of(f), f.bytes(), "+"));
        return root;
    }

    /** What is there for nothing, each with its layer and the one that hides it. */
    public static FileNode ofWaste(ImageContents contents) {
        FileNode root = root();
        contents.wasted()
                .forEach(w -> root.add(w.path(), Optional.empty(), w.bytes(), w.layer() + " → " + w.hiddenBy()));
        return root;
    }

    private static FileNode root() {
        return new FileNode("/", null);
    }

    private void add(String where, Optional<LayerFile> what, long weight, String said) {
        FileNode at = this;
        at.bytes += weight;
        for (String part : where.split("/")) {
            FileNode folder = at;
            at = at.children.computeIfAbsent(part, p -> new FileNode(p, folder));
            at.bytes += weight;
        }
        at.file = what;
        at.note = said;
    }

    public String name() {
        return name;
    }

    /** From the image's top, with a slash in front. */
    public String path() {
        Deque<String> parts = new ArrayDeque<>();
        for (FileNode at = this; at.above != null; at = at.above) {
            parts.addFirst(at.name);
        }
        return "/" + String.join("/", parts);
    }

    public Collection<FileNode> children() {
        return children.values();
    }

    /** Empty for a folder that only lies between, and for what is not there any more. */
    public Optional<LayerFile> file() {
        return file;
    }

    public String note() {
        return note;
    }

    /** Of it and all below it. */
    public long bytes() {
        return bytes;
    }
}
