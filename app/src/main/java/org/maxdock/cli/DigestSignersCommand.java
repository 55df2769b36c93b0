package org.maxdock.cli;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says who must have signed what the project starts, or changes it. */
@Command(name = "signers")
final class DigestSignersCommand extends CommandContext {

    @Parameters(paramLabel = "NAME", arity = "0..*")
    List<String> names = new ArrayList<>();

    @Option(names = "--none")
    boolean none;

    @Override
    int run() throws Trouble {
        atMostOne("--none", "NAME");
        if (none || !names.isEmpty()) {
            project().putSignedBy(names);
        }
        List<String> now = project().signedBy();
        if (json()) {
            console().printJson(now);
        } else if (now.isEmpty()) {
            console().note("cli.no-signers");
        } else {
            now.forEach(console()::print);
        }
        return Exit.DONE;
    }
}
