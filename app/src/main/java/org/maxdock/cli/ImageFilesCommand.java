package org.maxdock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maxdock.host.Cancellation;
import org.maxdock.image.ImageContents;
import org.maxdock.image.LayerContents;
import org.maxdock.image.archive.LayerFile;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files of an image: all, those of a layer, or those that are there for nothing. */
@Command(name = "files")
final class ImageFilesCommand extends CommandContext {

    @Option(names = "--layer", paramLabel = "NUMBER", defaultValue = "0")
    int layer;

    @Option(names = "--wasted")
    boolean wasted;

    @Parameters(paramLabel = "IMAGE")
    String image;

    @Override
    int run() throws Trouble {
        atMostOne("--layer", "--wasted");
        try (Connection server = connect()) {
            ImageContents contents = new ImageOperations(server).contents(image, new Cancellation());
            if (layer < 0 || layer > contents.layers().size()) {
                throw new Trouble(TroubleKind.BAD_ARGUMENT, "--layer", layer);
            }
            if (json()) {
                console()
                        .printJson(
                                wasted
                                        ? contents.wasted()
                                        : layer > 0
                                                ? contents.layers().get(layer - 1)
                                                : Map.of(
                                                        "layers",
                                                        contents.layers().stream()
                                                                .map(LayerContents::instruction)
                                                                .toList(),
                                                        "bytes",
                                                        contents.bytes(),
                                                        "wasted",
                                                        contents.wastedBytes(),
                                                        "files",
                                                        contents.files().values()));
            } else {
                console()
                        .table(
                                wasted
                                        ? waste(contents)
                                        : layer > 0 ? of(contents.layers().get(layer - 1)) : all(contents));
            }
            return Exit.DONE;
        }
    }

    private static List<List<String>> waste(ImageContents contents) {
        return contents.wasted().stream()
                .map(w -> List.of(String.valueOf(w.bytes()), w.layer() + " → " + w.hiddenBy(), "/" + w.path()))
                .toList();
    }

    private static List<List<String>> all(ImageContents contents) {
        return contents.files().values().stream()
                .map(p -> row(String.valueOf(p.layer()), p.file()))
                .toList();
    }

    private static List<List<String>> of(LayerContents layer) {
        List<List<String>> rows = new ArrayList<>(layer.removed().stream()
                .map(path -> List.of("-", "", "", "", "/" + path))
                .toList());
        layer.files().forEach(f -> rows.add(row("+", f)));
        return rows;
    }

    private static List<String> row(String first, LayerFile file) {
        return List.of(
                first,
                file.kind() + file.mode(),
                file.owner(),
                String.valueOf(file.bytes()),
                "/" + file.path() + (file.target().isEmpty() ? "" : " → " + file.target()));
    }
}
