package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

/** What is expected where somebody stops typing. */
class ExpectedWordTest {

    private static Optional<ExpectedWord> at(String line) {
        CommandSpec root = CommandLines.whole().getCommandSpec();
        return ExpectedWord.at(root, line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxdock push |IMAGE||",
                "maxdock push max-r|IMAGE||max-r",
                "/opt/bin/maxdock   push   a:1|IMAGE||a:1",
                "maxdock --on s push a|IMAGE||a",
                "maxdock push --on s a|IMAGE||a",
                "maxdock push --on=s a|IMAGE||a",
                "maxdock image tag a |NEW||",
                "maxdock container do stop x|CONTAINER||x",
                "maxdock launch --saved |LAUNCH||",
                "maxdock launch --saved=st|LAUNCH|--saved=|st",
                "maxdock launch --plan p a|IMAGE||a",
                "maxdock launch --plan p --plan q|PLAN||q",
                "maxdock launch -p maxcpu,max|PARTITION|maxcpu,|max",
                "maxdock provide a:1 --node n1,n|NODE|n1,|n",
                "maxdock provide --node n1 a|IMAGE||a",
                "maxdock provide a:1 --node n1 --node n|NODE||n",
                "maxdock provide --node n1 --on s a|IMAGE||a",
                "maxdock cancel 1|JOB||1",
                "maxdock shell --container c|CONTAINER||c",
                "maxdock plan diff a |PLAN||",
                "maxdock --on |TARGET||",
                "maxdock connection remove m|SERVER||m",
                "maxdock --json images --on x|TARGET||x"
            })
    void whatIsExpected(String line, String what, String stem, String begun) {
        // the table's own reader takes away what stands at the end
        ExpectedWord word =
                at(begun == null && !line.endsWith("=") ? line + " " : line).orElseThrow();
        assertThat(word.what()).isEqualTo(what);
        assertThat(word.stem()).isEqualTo(stem == null ? "" : stem);
        assertThat(word.begun()).isEqualTo(begun == null ? "" : begun);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "maxdock",
                "maxdock im",
                "maxdock image ",
                "maxdock push --o",
                "maxdock push -",
                "maxdock --nosuch=x",
                "maxdock push a b c",
                "maxdock nosuch x y",
                "maxdock images "
            })
    void whereThereIsNoNameNothingIs(String line) {
        assertThat(at(line)).isEmpty();
    }

    @Test
    void whatFollowsAnImageIsItsCommands() {
        assertThat(at("maxdock launch a:1 --plan p").orElseThrow().what()).isEqualTo("COMMAND");
        assertThat(at("maxdock launch -- a").orElseThrow().what()).isEqualTo("IMAGE");
    }

    @Test
    void whichServerIsKept() {
        assertThat(at("maxdock --on me@s push --json -o Port=3 --site=x a")
                        .orElseThrow()
                        .shared())
                .isEqualTo(List.of("--on", "me@s", "--json", "-o", "Port=3", "--site=x"));
    }
}
