package org.maxdock.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maxdock.engine.ImageSummary;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;

/** The images of the engine. */
@Command(name = "images")
final class ImagesCommand extends CommandContext {

    @Override
    int run() throws Trouble {
        try (Connection server = connect()) {
            List<ImageSummary> images = new ImageOperations(server).list();
            if (json()) {
                console().printJson(images.stream().map(ImagesCommand::asJson).toList());
                return Exit.DONE;
            }
            List<List<String>> rows = new ArrayList<>();
            for (ImageSummary image : images) {
                String id = image.id()
                        .substring(image.id().indexOf(':') + 1, image.id().indexOf(':') + 13);
                for (String tag : image.tags().isEmpty() ? List.of("-") : image.tags()) {
                    rows.add(List.of(
                            tag,
                            id,
                            console().texts().amounts().bytes(image.bytes()),
                            image.created().toString()));
                }
            }
            console().table(rows);
            return Exit.DONE;
        }
    }

    private static Map<String, Object> asJson(ImageSummary image) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", image.id());
        map.put("tags", image.tags());
        map.put("repoDigests", image.repoDigests());
        map.put("bytes", image.bytes());
        map.put("created", image.created().toString());
        return map;
    }
}
