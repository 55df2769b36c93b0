package org.maxdock.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.engine.ContainerUsage;
import org.maxdock.engine.ContainerWords;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.text.Amounts;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The containers of the engine. */
@Command(
        name = "container",
        subcommands = {
            ContainerCommand.ListContainers.class,
            ContainerDoCommand.class,
            ContainerCommand.Rename.class,
            ContainerCommand.Commit.class,
            ContainerCommand.Inspect.class,
            ContainerCommand.Top.class,
            ContainerLogsCommand.class,
            ContainerShellCommand.class,
            ContainerCopyCommand.class
        })
final class ContainerCommand extends CommandGroup {

    ContainerCommand() {
        super("container list | container do ACTION NAME… | container rename NAME NEW | "
                + "container commit NAME IMAGE | container inspect NAME | container top NAME | "
                + "container logs NAME | container shell NAME | container copy FROM TO");
    }

    /** A line for each, whosoever it is. */
    @Command(name = "list")
    static final class ListContainers extends CommandContext {

        @Option(names = "--label", paramLabel = "NAME[=VALUE]")
        List<String> labels = List.of();

        @Override
        int run() throws Trouble {
            try (Connection server = connect()) {
                List<ContainerSummary> all = new ContainerOperations(server)
                        .list().stream()
                                .filter(c -> labels.stream().allMatch(c::hasLabel))
                                .toList();
                if (json()) {
                    console().printJson(all.stream().map(ListContainers::asJson).toList());
                } else {
                    console()
                            .table(all.stream()
                                    .map(c -> List.of(
                                            c.name(),
                                            console().texts().get(ContainerWords.state(c)),
                                            c.image(),
                                            c.owner(),
                                            c.job(),
                                            console().texts().get(ContainerWords.status(c)),
                                            String.join(",", c.ports())))
                                    .toList());
                }
                return Exit.DONE;
            }
        }

        private static Map<String, Object> asJson(ContainerSummary container) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("id", container.id());
            map.put("name", container.name());
            map.put("image", container.image());
            map.put("state", container.state());
            map.put("status", container.status());
            map.put("created", container.created().toString());
            map.put("owner", container.owner());
            map.put("job", container.job());
            map.put("ports", container.ports());
            map.put("mounts", container.mounts());
            map.put("labels", container.labels());
            return map;
        }
    }

    /** What all that is about one container has in common. */
    abstract static class OnContainer extends CommandContext {

        abstract String container();

        abstract void act(Connection server) throws Trouble;

        @Override
        int run() throws Trouble {
            try (Connection server = connect()) {
                act(server);
                if (json()) {
                    console().printJson(Map.of("container", container(), "done", true));
                }
                return Exit.DONE;
            }
        }
    }

    @Command(name = "rename")
    static final class Rename extends OnContainer {

        @Parameters(index = "0", paramLabel = "CONTAINER")
        String name;

        @Parameters(index = "1", paramLabel = "NEW")
        String after;

        @Override
        String container() {
            return after;
        }

        @Override
        void act(Connection server) throws Trouble {
            new ContainerOperations(server).rename(name, after);
        }
    }

    /** Prints the ID of the image. */
    @Command(name = "commit")
    static final class Commit extends CommandContext {

        @Parameters(index = "0", paramLabel = "CONTAINER")
        String name;

        @Parameters(index = "1", paramLabel = "IMAGE")
        String image;

        @Override
        int run() throws Trouble {
            try (Connection server = connect()) {
                String id = new ContainerOperations(server).commit(name, image);
                if (json()) {
                    console().printJson(Map.of("image", image, "id", id));
                } else {
                    console().print(id);
                }
                return Exit.DONE;
            }
        }
    }

    @Command(name = "inspect")
    static final class Inspect extends CommandContext {

        @Parameters(paramLabel = "CONTAINER")
        String name;

        @Override
        int run() throws Trouble {
            try (Connection server = connect()) {
                console().print(new ContainerOperations(server).inspect(name));
                return Exit.DONE;
            }
        }
    }

    /** What it uses in a line, then its processes. */
    @Command(name = "top")
    static final class Top extends CommandContext {

        @Parameters(paramLabel = "CONTAINER")
        String name;

        @Override
        int run() throws Trouble {
            try (Connection server = connect()) {
                ContainerUsage usage = new ContainerOperations(server).usage(name);
                List<List<String>> processes = new ContainerOperations(server).processes(name);
                if (json()) {
                    console()
                            .printJson(Map.of(
                                    "cpu",
                                    usage.cpu(),
                                    "memory",
                                    usage.memory(),
                                    "memoryLimit",
                                    usage.memoryLimit(),
                                    "processes",
                                    processes));
                } else {
                    Amounts amounts = console().texts().amounts();
                    console()
                            .print("CPU " + amounts.number(usage.cpu(), 0) + " %, " + amounts.bytes(usage.memory())
                                    + " / " + amounts.bytes(usage.memoryLimit()));
                    console().table(processes);
                }
                return Exit.DONE;
            }
        }
    }
}
