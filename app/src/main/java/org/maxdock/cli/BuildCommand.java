package org.maxdock.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maxdock.host.Cancellation;
import org.maxdock.image.BuildRequest;
import org.maxdock.image.Identity;
import org.maxdock.project.Recorder;
import org.maxdock.project.Workbench;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds an image from a folder of this machine. */
@Command(name = "build")
final class BuildCommand extends Operation {

    @Option(names = {"-t", "--tag"}, paramLabel = "IMAGE", required = true)
    String tag;

    @Option(names = {"-f", "--file"}, paramLabel = "DOCKERFILE", defaultValue = "Dockerfile")
    String dockerfile;

    @Option(names = "--build-arg", paramLabel = "NAME=VALUE")
    Map<String, String> arguments = new LinkedHashMap<>();

    @Option(names = "--no-cache")
    boolean noCache;

    @Parameters(paramLabel = "FOLDER", arity = "0..1")
    Path folder;

    @Override
    int run() throws Trouble {
        Path from = folder == null ? project().folder() : folder;
        try (Workbench bench = connect()) {
            Identity built = new Recorder(project(), bench.images()).build(new BuildRequest(from, dockerfile, tag, arguments, noCache),
                    new ProgressLines(console().err()), new Cancellation()).identity();
            if (json()) {
                console().printJson(Map.of("image", tag, "identity", built));
            } else {
                console().print(built.id());
            }
            return Exit.DONE;
        }
    }
}
