package org.maxdock.image.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.engine.DockerfileCheck.Warning;

/** What docker's own checks say stands among the advice, and nothing is said twice. | is a line's end. */
class CheckAdviceTest {

    private static List<String> joined(String dockerfile, Warning... said) throws Exception {
        return CheckAdvice.joined(DockerfileAdvice.on(dockerfile.replace('|', '\n')), List.of(said)).stream()
                .map(a -> a.line() + " " + a.rule())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "FROM a:1|CMD run it; 2; JSONArgsRecommended; DL3025",
                "FROM a:1|MAINTAINER me; 2; MaintainerDeprecated; DL4000",
                "FROM a:1|WORKDIR src; 2; WorkdirRelativePath; DL3000",
                "FROM a:1 AS x|FROM b:1 AS x; 2; DuplicateStageName; DL3024",
                "FROM a:1|CMD [\"a\"]|CMD [\"b\"]; 2; MultipleInstructionsDisallowed; DL4003",
                "FROM a:1|ENTRYPOINT [\"a\"]|ENTRYPOINT [\"b\"]; 2; MultipleInstructionsDisallowed; DL4004",
                "FROM a:1|ENV DB_PASSWORD=x; 2; SecretsUsedInArgOrEnv; SecretsUsedInArgOrEnv",
                "FROM a:1|RNU true; 2; BuildError; unknown-instruction",
            })
    void whatIsSaidAlreadyIsNotSaidOnceMore(String dockerfile, int line, String rule, String own) throws Exception {
        List<String> without = joined(dockerfile);
        assertThat(without).contains(line + " " + own);
        assertThat(joined(dockerfile, new Warning(line, rule, "so"))).isEqualTo(without);
        assertThat(joined(dockerfile, new Warning(line + 1, rule, "so"))).hasSize(without.size() + 1);
    }

    @Test
    void theRestStandsByItsLine() throws Exception {
        assertThat(joined(
                        "FROM debian AS Stage|CMD run it",
                        new Warning(2, "JSONArgsRecommended", "so"),
                        new Warning(1, "StageNameCasing", "so"),
                        new Warning(1, "StageNameCasing", "so")))
                .containsExactly("1 DL3006", "1 StageNameCasing", "2 DL3025");
    }

    @Test
    void itIsToldWhoSaysIt() throws Exception {
        Advice advice = CheckAdvice.joined(List.of(), List.of(new Warning(1, "StageNameCasing", "lower case")))
                .getFirst();
        assertThat(advice.origin()).isEqualTo(Advice.Origin.CHECK);
        assertThat(advice.text().arguments()).containsExactly("lower case");
    }
}
