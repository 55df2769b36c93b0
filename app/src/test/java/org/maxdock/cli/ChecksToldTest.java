package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.launch.PreflightCheck.Outcome;
import org.maxdock.store.Json;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;

/** What the window shows beside the button to start, the command line says, too: a line each, beside the results. */
class ChecksToldTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private final Console console = new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new Texts(Locale.ENGLISH),
            new Json());

    private static PreflightCheck of(Outcome outcome) {
        return new PreflightCheck(
                Message.of("check.gpus"),
                outcome,
                Message.of("check.gpus.none", "max\ncpu"),
                outcome == Outcome.FAILS ? Optional.of(Message.of("check.gpus.nowhere")) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // outcomes | quiet | lines that are told, by their beginnings | in the document
                "OK | false | | ",
                "NOTE | false | Note: GPUs: By what | note",
                "NOTE | true | | note",
                "FAILS | false | maxdock: GPUs: By what | fails",
                "FAILS | true | maxdock: GPUs: By what | fails",
                "NOTE OK FAILS | false | Note: GPUs,maxdock: GPUs | note fails",
                "NOTE OK FAILS | true | maxdock: GPUs | note fails",
            })
    void notesAreToldAsWhatFailsIs(String outcomes, boolean quiet, String lines, String document) {
        List<PreflightCheck> checks = new ArrayList<>();
        for (String outcome : outcomes.split(" ")) {
            checks.add(of(Outcome.valueOf(outcome)));
        }
        ChecksTold told = new ChecksTold(console, checks);
        told.say(quiet);
        assertThat(told.fails()).isEqualTo(outcomes.contains("FAILS"));
        List<String> begins = lines == null ? List.of() : List.of(lines.split(","));
        List<String> said = err.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(l -> !l.startsWith(" ")) // what goes on
                .toList();
        assertThat(said).hasSameSizeAs(begins);
        for (int i = 0; i < begins.size(); i++) {
            assertThat(said.get(i)).startsWith(begins.get(i));
        }
        assertThat(out.size()).isZero();
        assertThat(told.rows().stream().map(row -> row.get("state")).toList())
                .isEqualTo(document == null ? List.of() : List.of(document.split(" ")));
        assertThat(told.rows())
                .allMatch((Map<String, Object> row) ->
                        !row.get("mend").equals("") == row.get("state").equals("fails"));
    }
}
