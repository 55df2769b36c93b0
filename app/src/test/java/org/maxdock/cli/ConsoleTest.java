package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maxdock.engine.Progress;
import org.maxdock.lab.Hostile;
import org.maxdock.store.Json;
import org.maxdock.text.Message;
import org.maxdock.text.RawText;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Whatever others name their things: on the terminal it moves nothing, and in JSON it is what it was. */
class ConsoleTest {

    private static final long SEED = Long.getLong("maxdock.seed", new Random().nextLong());

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    private final Console console = new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8), errors, new Texts(Locale.ENGLISH), new Json());

    private void assertNothingToObey() {
        for (ByteArrayOutputStream stream : List.of(out, err)) {
            String said = stream.toString(StandardCharsets.UTF_8);
            assertThat(said.codePoints())
                    .as(said)
                    .noneMatch(c -> c != '\n'
                            && c != '\t'
                            && (Character.isISOControl(c)
                                    || Character.getType(c) == Character.FORMAT
                                    || Character.getType(c) == Character.LINE_SEPARATOR));
        }
    }

    @Test
    void namesFromOutsideAreShownWithoutTheirEscapes() throws Exception {
        System.out.println("seed " + SEED);
        Hostile hostile = new Hostile(SEED);
        for (int i = 0; i < 500; i++) {
            String name = hostile.any();
            out.reset();
            err.reset();
            console.table(List.of(List.of("1", name, "RUNNING"), List.of(name, "b", name)));
            assertThat(out.toString(StandardCharsets.UTF_8).lines())
                    .as("a row is a line")
                    .hasSize(2);
            console.print(name);
            console.note("cli.signed", name, name, name);
            console.note(Message.of("cli.signed", name, name, name));
            console.trouble(new Trouble(TroubleKind.NO_SUCH_JOB, name));
            console.say(name);
            new ProgressLines(errors).report(new Progress(name, name, 0, 0));
            assertNothingToObey();
            out.reset();
            console.printJson(List.of(name));
            JsonNode json = new ObjectMapper().readTree(out.toByteArray());
            assertThat(RawText.bytes(json.get(0).asText())).isEqualTo(RawText.bytes(name));
        }
    }

    @Test
    void aNameOfAMegabyteFillsNeitherTheTableNorTheSentence() {
        String name = "x".repeat(1 << 20);
        console.table(List.of(List.of(name, "a"), List.of("b", "c"), List.of("d", name)));
        console.trouble(new Trouble(TroubleKind.NO_SUCH_JOB, name));
        assertThat(out.size()).isLessThan(20_000);
        assertThat(err.size()).isLessThan(20_000);
    }
}
