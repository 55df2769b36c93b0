package org.maxdock.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maxdock.image.archive.LayerFile;

/**
 * What is in an image: its layers, first to last, the files as a container sees them, and what is carried along for
 * nothing.
 *
 * @param files by path, each with the number of the layer that it is from, from 1
 * @param wasted files of a layer that a later one replaces or removes, heaviest first
 */
public record ImageContents(List<LayerContents> layers, Map<String, Placed> files, List<Waste> wasted) {

    /** A file and its layer. */
    public record Placed(LayerFile file, int layer) {}

    /** A file that nobody sees, from one layer, hidden by another. */
    public record Waste(String path, long bytes, int layer, int hiddenBy) {}

    static ImageContents of(List<LayerContents> layers) {
        TreeMap<String, Placed> files = new TreeMap<>();
        List<Waste> wasted = new ArrayList<>();
        for (int number = 1; number <= layers.size(); number++) {
            LayerContents layer = layers.get(number - 1);
            for (String path : layer.removed()) {
                remove(files, path, number, wasted);
            }
            for (LayerFile file : layer.files()) {
                Placed before = files.get(file.path());
                if (!file.isFolder() && before != null && before.file().isFolder()) {
                    remove(files, file.path(), number, wasted); // a file in the place of a folder
                }
                waste(files.put(file.path(), new Placed(file, number)), number, wasted);
            }
        }
        wasted.sort(Comparator.comparingLong(Waste::bytes).reversed().thenComparing(Waste::path));
        return new ImageContents(List.copyOf(layers), files, List.copyOf(wasted));
    }

    private static void remove(TreeMap<String, Placed> files, String path, int by, List<Waste> wasted) {
        if (!path.endsWith("/")) {
            waste(files.remove(path), by, wasted);
        }
        String below = path.endsWith("/") || path.isEmpty() ? path : path + "/";
        var inside = below.isEmpty() ? files : files.subMap(below, below + Character.MAX_VALUE);
        inside.values().forEach(placed -> waste(placed, by, wasted));
        inside.clear();
    }

    private static void waste(Placed before, int by, List<Waste> wasted) {
        if (before != null && before.layer() != by && before.file().bytes() > 0) {
            wasted.add(new Waste(before.file().path(), before.file().bytes(), before.layer(), by));
        }
    }

    /** Bytes of all layers. */
    public long bytes() {
        return layers.stream().mapToLong(LayerContents::bytes).sum();
    }

    /** Bytes that are there for nothing. */
    public long wastedBytes() {
        return wasted.stream().mapToLong(Waste::bytes).sum();
    }
}
