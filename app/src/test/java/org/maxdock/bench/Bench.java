package org.maxdock.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import org.maxdock.lab.Lab;

/**
 * Measures, and prints one table: {@code Bench CONFIG PROGRAM [--json] [--only NAME,…]}, or {@code --list}, or
 * {@code --needs-program [--only …]} for whether the program must be made. Called by packaging/bench.
 */
public final class Bench {

    private static final List<BenchCase> ALL = List.of(
            new ProgramBench(),
            new WindowBench(),
            new ListingBench(),
            new ConnectBench(),
            new MountBench(),
            new VerifyBench(),
            new LaunchBench(),
            new ArchiveBench(),
            new BuildBench());

    private Bench() {}

    public static void main(String[] words) throws Exception {
        try {
            run(words);
        } finally {
            Platform.exit();
        }
    }

    private static void run(String[] words) throws Exception {
        List<String> options = Arrays.asList(words);
        List<BenchCase> chosen = chosen(options);
        if (options.contains("--list")) {
            ALL.forEach(one -> System.out.printf("  %-10s %s%n", one.name(), one.about()));
            System.exit(0);
        }
        if (options.contains("--needs-program")) {
            System.exit(chosen.stream().anyMatch(BenchCase::needsProgram) ? 0 : 1);
        }
        BenchPlace place = new BenchPlace(
                Path.of(words[0]), words[1].isEmpty() ? Optional.empty() : Optional.of(Path.of(words[1])));
        List<Row> rows = measured(chosen, place);
        if (options.contains("--json")) {
            System.out.println(new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(rows.stream().map(Row::document).toList()));
        } else {
            System.out.println(Row.head());
            rows.forEach(row -> System.out.println(row.text()));
        }
        System.exit(0);
    }

    /** Its start-up file greets, which {@code docker -H ssh://} cannot bear: it lies aside meanwhile. */
    private static List<Row> measured(List<BenchCase> chosen, BenchPlace place) throws Exception {
        Lab.must("mxuser@max-wgs", "[ -e ~/.bashrc.aside ] || mv ~/.bashrc ~/.bashrc.aside");
        try {
            List<Row> rows = new ArrayList<>();
            for (BenchCase one : chosen) {
                System.err.println("bench: " + one.name());
                List<Row> its = one.run(place);
                its.forEach(row -> System.err.println(row.text()));
                rows.addAll(its);
            }
            return rows;
        } finally {
            Lab.must("mxuser@max-wgs", "mv ~/.bashrc.aside ~/.bashrc");
        }
    }

    private static List<BenchCase> chosen(List<String> options) {
        int at = options.indexOf("--only");
        if (at < 0) {
            return ALL;
        }
        List<String> names = Arrays.asList(options.get(at + 1).split(","));
        for (String name : names) {
            if (ALL.stream().noneMatch(one -> one.name().equals(name))) {
                System.err.println("bench: there is no " + name + "; --list names all");
                System.exit(2);
            }
        }
        return ALL.stream().filter(one -> names.contains(one.name())).toList();
    }
}
