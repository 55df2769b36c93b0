package org.maxdock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;
import picocli.CommandLine.Option;

/** Options of a launch that are SLURM's own, under SLURM's names (salloc(1)). */
final class SlurmOptions {

    /** sbatch(1), --dependency; docker's -d is another. */
    private static final Pattern DEPENDENCY = Pattern.compile("(?is)(?:singleton|after[a-z]*:|expand:|[0-9]).*");

    @Option(names = "--mem", paramLabel = "SIZE")
    String memory;

    @Option(names = "--gres", paramLabel = "GRES")
    String gres;

    @Option(
            names = {"-A", "--account"},
            paramLabel = "ACCOUNT")
    String account;

    @Option(names = "--reservation", paramLabel = "NAME")
    String reservation;

    @Option(names = "--nodelist", paramLabel = "NODES")
    String nodelist;

    @Option(names = "--exclusive")
    boolean exclusive;

    @Option(names = "--begin", paramLabel = "TIME")
    String begin;

    @Option(
            names = {"-d", "--dependency"},
            paramLabel = "DEPENDENCY")
    String dependency;

    @Option(names = "--mail-user", paramLabel = "ADDRESS")
    String mailUser;

    @Option(names = "--slurm-arg", paramLabel = "OPTION")
    List<String> others = new ArrayList<>();

    /** @throws InvalidValue where one is what it cannot be for SLURM */
    List<String> words() {
        if (dependency != null && !DEPENDENCY.matcher(dependency).matches()) {
            throw new InvalidValue(TroubleKind.BAD_DEPENDENCY, Valid.shown(dependency));
        }
        List<String> words = new ArrayList<>();
        add(words, "--mem", memory);
        add(words, "--gres", gres);
        add(words, "--account", account);
        add(words, "--reservation", reservation);
        add(words, "--nodelist", nodelist);
        if (exclusive) {
            words.add("--exclusive");
        }
        add(words, "--begin", begin);
        add(words, "--dependency", dependency);
        add(words, "--mail-user", mailUser);
        words.addAll(others);
        return words;
    }

    private static void add(List<String> words, String name, String value) {
        if (value != null) {
            words.add(name + "=" + value);
        }
    }
}
