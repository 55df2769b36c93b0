package org.maxdock.cli;

import java.nio.file.Path;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.operation.RecordSigner;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs a record with an SSH key. */
@Command(name = "sign")
final class DigestSignCommand extends CommandContext {

    @Parameters(paramLabel = "IMAGE")
    String image;

    @Option(names = "--key", paramLabel = "FILE")
    Path key;

    @Option(names = "--as", paramLabel = "NAME", defaultValue = "")
    String signer;

    @Override
    int run() throws Trouble {
        RecordSigner signers = signer();
        Path with = key == null ? signers.defaultKey() : key;
        String name = signer.isEmpty() ? System.getProperty("user.name") : signer;
        ImageRecord signed = project().learn(signers.sign(project().recordOf(image), with, name));
        if (json()) {
            console().printJson(signed);
        } else {
            console().print(console().texts().get("cli.signed", signed.reference(), name, with));
        }
        return Exit.DONE;
    }
}
