package org.maxdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maxdock.lab.Lab;

/** Runs commands as a user of the lab types them, in a project's folder, in English. */
record Commands(Path project) {

    /** What a command left behind. */
    record Said(int status, String out, String err) {
        JsonNode json() throws Exception {
            return new ObjectMapper().readTree(out);
        }
    }

    Said maxdock(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                List.of(words));
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The same where somebody looks at what it writes while it runs; returns its status. */
    int run(PrintStream out, PrintStream err, List<String> words) {
        return CommandLineMain.run(
                out, err, Locale.ENGLISH, (target, folder, ssh, site, page) -> 99, words(words.toArray(String[]::new)));
    }

    /** The whole command line. */
    String[] words(String... words) {
        List<String> all = new ArrayList<>(
                List.of("--project", project.toString(), "-F", Lab.sshConfig().toString(), "--on", "mxuser@max-wgs"));
        all.addAll(List.of(words));
        return all.toArray(String[]::new);
    }
}
