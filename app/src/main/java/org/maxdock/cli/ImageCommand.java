package org.maxdock.cli;

import java.util.List;
import java.util.Map;
import org.maxdock.engine.BuildCache;
import org.maxdock.engine.ImageLayer;
import org.maxdock.engine.ImageSummary;
import org.maxdock.host.Cancellation;
import org.maxdock.image.FitnessPoint;
import org.maxdock.image.Prunable;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is asked of an image, and of its names. */
@Command(
        name = "image",
        subcommands = {
            ImageCommand.Tag.class,
            ImageCommand.Layers.class,
            ImageCommand.Inspect.class,
            ImageCommand.Fit.class,
            ImageCommand.Prune.class,
            ImageFilesCommand.class,
            ImageCatCommand.class,
            ImageCopyCommand.class,
            ImageImportCommand.class
        })
final class ImageCommand extends CommandGroup {

    ImageCommand() {
        super("image tag IMAGE NEW | image layers IMAGE | image inspect IMAGE | image fitness IMAGE | "
                + "image files IMAGE | image cat IMAGE PATH | image copy IMAGE PATH TO | "
                + "image import FILE IMAGE | image prune [--yes]");
    }

    /** Gives it another name. */
    @Command(name = "tag")
    static final class Tag extends CommandContext {

        @Parameters(index = "0", paramLabel = "IMAGE")
        String image;

        @Parameters(index = "1", paramLabel = "NEW")
        String after;

        @Override
        int run() throws Trouble {
            try (Connection server = connect()) {
                new ImageOperations(server).tag(image, after);
                if (json()) {
                    console().printJson(Map.of("image", image, "tag", after));
                }
                return Exit.DONE;
            }
        }
    }

    /** Its history, latest first: what each step added, and the step. */
    @Command(name = "layers")
    static final class Layers extends CommandContext {

        @Parameters(paramLabel = "IMAGE")
        String image;

        @Override
        int run() throws Trouble {
            try (Connection server = connect()) {
                List<ImageLayer> layers = new ImageOperations(server).layers(image);
                if (json()) {
                    console()
                            .printJson(layers.stream()
                                    .map(l -> Map.of(
                                            "instruction",
                                            l.instruction(),
                                            "bytes",
                                            l.bytes(),
                                            "created",
                                            l.created().toString()))
                                    .toList());
                } else {
                    console()
                            .table(layers.stream()
                                    .map(l ->
                                            List.of(console().texts().amounts().bytes(l.bytes()), l.instruction()))
                                    .toList());
                }
                return Exit.DONE;
            }
        }
    }

    /** All that the engine tells, as JSON; or in short, a line for each fact. */
    @Command(name = "inspect")
    static final class Inspect extends CommandContext {

        @Parameters(paramLabel = "IMAGE")
        String image;

        @Option(names = "--short")
        boolean atAGlance;

        @Override
        int run() throws Trouble {
            try (Connection server = connect()) {
                if (atAGlance && json()) {
                    console().printJson(new ImageOperations(server).facts(image));
                } else if (atAGlance) {
                    new ImageOperations(server)
                            .facts(image)
                            .forEach(f -> f.values().forEach(v -> console().print(f.what() + "  " + v)));
                } else {
                    console().print(new ImageOperations(server).inspect(image));
                }
                return Exit.DONE;
            }
        }
    }

    /** A line for each thing that a job on several nodes needs; status 3 where one is lacking. */
    @Command(name = "fitness")
    static final class Fit extends CommandContext {

        @Parameters(paramLabel = "IMAGE")
        String image;

        @Override
        int run() throws Trouble {
            try (Connection server = connect()) {
                List<FitnessPoint> points = new ImageOperations(server).fitness(image, new Cancellation());
                if (json()) {
                    console()
                            .printJson(points.stream()
                                    .map(p -> Map.of(
                                            "what", p.what(), "found", p.found().orElse("")))
                                    .toList());
                } else {
                    console().table(points.stream().map(this::row).toList());
                }
                return points.stream().allMatch(FitnessPoint::holds) ? Exit.DONE : Exit.DOES_NOT_HOLD;
            }
        }

        private List<String> row(FitnessPoint point) {
            String name = console().texts().get("fitness." + point.what());
            return List.of(
                    point.found().isPresent() ? "ok" : point.needed() ? "-" : "·",
                    name,
                    point.found().orElseGet(() -> console().texts().get("fitness." + point.what() + ".add")));
        }
    }

    /** Without --yes only says what would go. */
    @Command(name = "prune")
    static final class Prune extends CommandContext {

        @Option(names = "--yes")
        boolean yes;

        @Override
        int run() throws Trouble {
            try (Connection server = connect()) {
                Prunable prunable = new ImageOperations(server).prunable();
                if (yes) {
                    new ImageOperations(server).prune(prunable);
                }
                if (json()) {
                    console()
                            .printJson(Map.of(
                                    "images",
                                    prunable.images().stream()
                                            .map(ImageSummary::id)
                                            .toList(),
                                    "bytes",
                                    prunable.bytes(),
                                    "copies",
                                    prunable.copies(),
                                    "cache",
                                    prunable.cache(),
                                    "removed",
                                    yes));
                } else {
                    console()
                            .table(prunable.images().stream()
                                    .map(i -> List.of(
                                            i.id(), console().texts().amounts().bytes(i.bytes())))
                                    .toList());
                    if (prunable.copies().count() > 0) {
                        console()
                                .print(console()
                                        .texts()
                                        .get(
                                                "image.copies",
                                                prunable.copies().count(),
                                                console()
                                                        .texts()
                                                        .amounts()
                                                        .bytes(prunable.copies().bytes())));
                    }
                    tell(prunable.cache());
                    console().note(yes ? "cli.pruned" : "cli.prune-asked");
                }
                return Exit.DONE;
            }
        }

        private void tell(BuildCache.Kept cache) {
            if (cache.pieces() > 0) {
                console()
                        .print(console()
                                .texts()
                                .get(
                                        "image.cache",
                                        cache.pieces(),
                                        console().texts().amounts().bytes(cache.bytes()),
                                        cache.unused(),
                                        console().texts().amounts().bytes(cache.unusedBytes())));
            }
        }
    }
}
