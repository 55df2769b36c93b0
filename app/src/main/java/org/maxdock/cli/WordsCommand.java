package org.maxdock.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.launch.Launch;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.KnownServers;
import org.maxdock.store.ConfigFolder;
import org.maxdock.store.Json;
import org.maxdock.store.SettingsFile;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Prints what may stand at the end of a line, one in each line of the output, for shells that complete it: images,
 * nodes, partitions, jobs, containers, launches, plans, servers. It asks nobody anything, and what cannot be had soon
 * is not there: somebody waits at a key.
 */
@Command(name = "words", hidden = true)
final class WordsCommand extends CommandContext {

    private static final int LONGEST_SECONDS = 5;
    private static final int MOST = 1000;

    @Parameters(paramLabel = "LINE")
    String line;

    private Optional<MaxDockCommand> given = Optional.empty();

    /** Those of the line, and not of this command. */
    @Override
    MaxDockCommand options() {
        return given.orElseGet(super::options);
    }

    @Override
    int run() {
        Optional<ExpectedWord> expected =
                ExpectedWord.at(CommandLineMain.line(factory()).getCommandSpec(), line);
        if (expected.isPresent()) {
            ExpectedWord word = expected.get();
            List<String> there = Arrays.asList(word.stem().split("[,=]"));
            soon(word).stream()
                    .filter(name -> name.startsWith(word.begun()) && !there.contains(name))
                    .filter(name -> name.codePoints().noneMatch(Character::isISOControl))
                    .distinct()
                    .limit(MOST)
                    .forEach(name -> console().print(word.stem() + name));
        }
        return Exit.DONE;
    }

    private List<String> soon(ExpectedWord word) {
        CompletableFuture<List<String>> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(names(word));
            } catch (Throwable e) { // also where what was typed so far is none of it yet
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException | TimeoutException e) {
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            System.getLogger(WordsCommand.class.getName()).log(System.Logger.Level.DEBUG, "nothing to complete", e);
            return List.of();
        }
    }

    private List<String> names(ExpectedWord word) throws Trouble {
        MaxDockCommand asked = word.options(CommandLineMain.line(factory()));
        List<String> options = new ArrayList<>(List.of("BatchMode=yes")); // the first one counts, as for ssh
        options.addAll(asked.sshOptions);
        asked.sshOptions = options;
        given = Optional.of(asked);
        return switch (word.what()) {
            case "IMAGE" ->
                from(
                        connect(),
                        server -> new ImageOperations(server).list().stream().flatMap(image -> image.tags().stream()));
            case "CONTAINER" ->
                from(
                        connect(),
                        server ->
                                new ContainerOperations(server).list().stream().map(ContainerSummary::name));
            case "NODE", "NODES" ->
                from(
                        connectToServer(),
                        server -> new ClusterOperations(server)
                                .nodes().found().stream()
                                        .map(node -> node.name().text()));
            case "PARTITION" ->
                from(
                        connectToServer(),
                        server -> new ClusterOperations(server)
                                .partitions().found().stream()
                                        .map(partition -> partition.name().text()));
            case "JOB" ->
                from(
                        connectToServer(),
                        server -> jobs(server).mine().found().stream()
                                .map(job -> job.id().text()));
            case "LAUNCH" -> project().launches().stream().map(Launch::name).toList();
            case "PLAN" ->
                plans().all(project()).stream().map(kept -> kept.plan().name()).toList();
            case "TARGET", "SERVER" -> servers();
            default -> List.of();
        };
    }

    /** Those of before alone where ssh's configuration cannot be read: who connects is told why. */
    private List<String> servers() throws Trouble {
        List<String> before =
                SettingsFile.in(ConfigFolder.ofUser(), new Json()).read().targets();
        try {
            return new KnownServers(options().sshSettings()).all(before);
        } catch (Trouble e) {
            System.getLogger(WordsCommand.class.getName()).log(System.Logger.Level.DEBUG, "no configuration", e);
            return before;
        }
    }

    private interface Names {
        Stream<String> of(Connection server) throws Trouble;
    }

    private static List<String> from(Connection server, Names names) throws Trouble {
        try (server) {
            return names.of(server).toList();
        }
    }
}
