package org.maxdock.cli;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.maxdock.host.Cancellation;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.dockerfile.Advice;
import org.maxdock.image.dockerfile.DockerfileAdvice;
import org.maxdock.image.dockerfile.Template;
import org.maxdock.operation.BuildOperations;
import org.maxdock.operation.Connection;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Beginning a Dockerfile, and advice on one; both without any server, unless its docker is to be asked. */
@Command(
        name = "dockerfile",
        subcommands = {DockerfileCommand.New.class, DockerfileCommand.Advise.class})
final class DockerfileCommand extends CommandGroup {

    DockerfileCommand() {
        super("dockerfile new --template single|mpi|python|jupyter|gpu | dockerfile advice [--check] [DOCKERFILE]");
    }

    /** Writes a template into the project's folder; a file that is there stays. */
    @Command(name = "new")
    static final class New extends CommandContext {

        @Option(names = "--template", paramLabel = "NAME", required = true)
        String template;

        @Override
        int run() throws Trouble {
            Template chosen = Given.oneOf("--template", template, List.of(Template.values()), Template::word);
            Map<String, String> files = chosen.read();
            for (String file : files.keySet()) {
                if (Files.exists(project().folder().resolve(file), LinkOption.NOFOLLOW_LINKS)) {
                    throw new Trouble(
                            TroubleKind.FILE_EXISTS, project().folder().resolve(file));
                }
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                project().writeNew(file.getKey(), file.getValue(), false);
            }
            if (json()) {
                console().printJson(Map.of("template", template, "files", files.keySet()));
            } else {
                files.keySet()
                        .forEach(f ->
                                console().print(project().folder().resolve(f).toString()));
            }
            return Exit.DONE;
        }
    }

    /** A line for each piece of advice; status 3 where there is any. */
    @Command(name = "advice")
    static final class Advise extends CommandContext {

        @Option(names = "--check")
        boolean check;

        @Parameters(paramLabel = "DOCKERFILE", arity = "0..1")
        String file;

        @Override
        int run() throws Trouble {
            String read = file != null
                    ? file
                    : project()
                            .folder()
                            .resolve(GivenDockerfile.in(
                                    new BuildFolder.Here(project().folder()), ""))
                            .toString();
            String text = RawText.of(GivenText.bytes(read));
            List<Advice> advice = check ? checked(text) : DockerfileAdvice.on(text);
            if (json()) {
                console()
                        .printJson(advice.stream()
                                .map(a -> Map.of(
                                        "line",
                                        a.line(),
                                        "rule",
                                        a.rule(),
                                        "text",
                                        console().texts().get(a.text())))
                                .toList());
            } else {
                advice.forEach(a -> console()
                        .print(read + ":" + a.line() + ": "
                                + console().texts().get(a.text()) + " ["
                                + console()
                                        .texts()
                                        .get("advice.from." + a.origin().name().toLowerCase(Locale.ROOT), a.rule())
                                + "]"));
            }
            return advice.isEmpty() ? Exit.DONE : Exit.DOES_NOT_HOLD;
        }

        private List<Advice> checked(String text) throws Trouble {
            try (Connection server = connect()) {
                BuildOperations operations =
                        new BuildOperations(server, builds(), console().texts());
                Optional<List<Advice>> checked = operations.checked(text, new Cancellation());
                if (checked.isEmpty()) {
                    console().note("cli.no-check");
                }
                return checked.isPresent() ? checked.get() : operations.advice(text);
            }
        }
    }
}
