package org.maxdock.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.maxdock.operation.Connection;
import org.maxdock.operation.RegistryOperations;
import org.maxdock.registry.FoundRepository;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accounts at registries, where docker keeps them. */
@Command(
        name = "registry",
        subcommands = {
            RegistryCommand.ListAccounts.class,
            RegistryCommand.Login.class,
            RegistryCommand.Logout.class,
            RegistryCommand.Search.class,
            RegistryCommand.Tags.class
        })
final class RegistryCommand extends CommandGroup {

    RegistryCommand() {
        super("registry list | registry login --user NAME [REGISTRY] | registry logout [REGISTRY] | "
                + "registry search [--registry NAME] WORD | registry tags REPOSITORY");
    }

    /** The registries that one is logged in to. */
    @Command(name = "list")
    static final class ListAccounts extends CommandContext {

        @Override
        int run() throws Trouble {
            try (Connection server = connect()) {
                RegistryOperations registries = new RegistryOperations(server);
                Map<String, String> accounts = registries.accounts();
                if (json()) {
                    console().printJson(accounts);
                } else {
                    console()
                            .table(accounts.entrySet().stream()
                                    .map(e -> List.of(e.getKey(), e.getValue()))
                                    .toList());
                }
                registries.accountsNote().ifPresent(console()::note);
                return Exit.DONE;
            }
        }
    }

    /** Asks for the password; it is never an argument. */
    @Command(name = "login")
    static final class Login extends CommandContext {

        @Option(
                names = {"-u", "--user", "--username"},
                paramLabel = "NAME",
                required = true)
        String user;

        @Option(names = "--password-stdin")
        boolean fromInput;

        @Parameters(paramLabel = "REGISTRY", arity = "0..1", defaultValue = "")
        String registry;

        private String password() throws Trouble {
            if (!fromInput) {
                return console()
                        .secret(console()
                                .texts()
                                .get("cli.password", user, registry.isEmpty() ? "Docker Hub" : registry))
                        .orElseThrow(() -> new Trouble(TroubleKind.NO_PASSWORD));
            }
            try {
                return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
            } catch (IOException e) {
                throw new Trouble(e, TroubleKind.NO_PASSWORD);
            }
        }

        @Override
        int run() throws Trouble {
            String password = password();
            try (Connection server = connect()) {
                new RegistryOperations(server).login(registry, user, password);
                if (json()) {
                    console().printJson(Map.of("registry", registry, "user", user));
                }
                return Exit.DONE;
            }
        }
    }

    @Command(name = "logout")
    static final class Logout extends CommandContext {

        @Parameters(paramLabel = "REGISTRY", arity = "0..1", defaultValue = "")
        String registry;

        @Override
        int run() throws Trouble {
            try (Connection server = connect()) {
                new RegistryOperations(server).logout(registry);
                if (json()) {
                    console().printJson(Map.of("registry", registry, "loggedOut", true));
                }
                return Exit.DONE;
            }
        }
    }

    /** Repositories with a word in their name; at Docker Hub unless another registry is named. */
    @Command(name = "search")
    static final class Search extends CommandContext {

        @Option(names = "--registry", paramLabel = "NAME", defaultValue = "")
        String registry;

        @Parameters(paramLabel = "WORD")
        String word;

        @Override
        int run() throws Trouble {
            try (Connection server = connect()) {
                List<FoundRepository> found = new RegistryOperations(server).search(registry, word);
                if (json()) {
                    console().printJson(found);
                } else {
                    console()
                            .table(found.stream()
                                    .map(r -> List.of(r.name(), r.stars() > 0 ? "★ " + r.stars() : "", r.description()))
                                    .toList());
                }
                return Exit.DONE;
            }
        }
    }

    @Command(name = "tags")
    static final class Tags extends CommandContext {

        @Parameters(paramLabel = "REPOSITORY")
        String repository;

        @Override
        int run() throws Trouble {
            try (Connection server = connect()) {
                List<String> tags = new RegistryOperations(server).tags(repository);
                if (json()) {
                    console().printJson(tags);
                } else {
                    tags.forEach(t -> console().print(repository + ":" + t));
                }
                return Exit.DONE;
            }
        }
    }
}
