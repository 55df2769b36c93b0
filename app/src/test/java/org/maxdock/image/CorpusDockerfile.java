package org.maxdock.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.BuildSecret;
import org.maxdock.engine.BuildSources;
import org.maxdock.engine.BuilderChoice;

/**
 * A small Dockerfile that uses what public ones use of BuildKit, with the folder that it copies from. Its first comment
 * names the features; those after it say what in it the classic builder does not know, what Docker 20.10's BuildKit
 * does not know, and what docker is to be given with it. All three were seen on Docker 20.10.24 and 26.1.5.
 */
record CorpusDockerfile(Path folder) {

    static List<CorpusDockerfile> all() {
        try (Stream<Path> folders =
                Files.list(Path.of(CorpusDockerfile.class.getResource("corpus").toURI()))) {
            return folders.sorted().map(CorpusDockerfile::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    String text() {
        try {
            return Files.readString(folder.resolve("Dockerfile"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String said(String key) {
        return text().lines()
                .filter(line -> line.startsWith("# " + key + ": "))
                .map(line -> line.substring(key.length() + 4))
                .findFirst()
                .orElse("");
    }

    String features() {
        return said("features");
    }

    /** What needs BuildKit, as in {@code --mount in line 4}; empty where the classic builder knows all of it. */
    String needs() {
        return said("needs BuildKit");
    }

    /** What Docker 20.10 does not know; empty where its BuildKit builds it. */
    String tooNew() {
        return said("too new for Docker 20.10");
    }

    /** What docker is given with it, as its command line has it. */
    String words() {
        return said("with");
    }

    /** The same for MaxDock, always by BuildKit. */
    BuildOptions options() {
        List<BuildSecret> secrets = values("--secret")
                .map(secret -> BuildSecret.of(secret.replace("src=", "src=" + folder + "/")))
                .toList();
        return new BuildOptions(
                        pairs("--build-arg"),
                        pairs("--label"),
                        values("--target").findFirst().orElse(""),
                        "",
                        false,
                        false)
                .with(BuilderChoice.BUILDKIT, secrets)
                .with(new BuildSources(pairs("--build-context"), List.of(), List.of()));
    }

    private Stream<String> values(String option) {
        List<String> words = List.of(words().split(" "));
        return Stream.iterate(0, i -> i + 2 <= words.size(), i -> i + 2)
                .filter(i -> words.get(i).equals(option))
                .map(i -> words.get(i + 1));
    }

    private Map<String, String> pairs(String option) {
        Map<String, String> pairs = new LinkedHashMap<>();
        values(option).map(pair -> pair.split("=", 2)).forEach(pair -> pairs.put(pair[0], pair[1]));
        return pairs;
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
