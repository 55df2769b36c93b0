package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docker's own checks say, as buildx prints it. */
class DockerfileCheckTest {

    static final String SAID = """
            {"warnings": [
              {"ruleName": "JSONArgsRecommended", "description": "JSON arguments recommended",
               "url": "https://docs.docker.com/go/dockerfile/rule/json-args-recommended/",
               "detail": "JSON arguments recommended for CMD",
               "location": {"ranges": [{"start": {"line": 4}, "end": {"line": 5}}]}},
              {"ruleName": "StageNameCasing", "description": "Stage names should be lowercase",
               "location": {"ranges": [{"start": {"line": 2}, "end": {"line": 2}}]}}],
             "sources": [{"filename": "Dockerfile", "data": "RlJPTQ=="}]}
            """;

    private static List<DockerfileCheck.Warning> read(String said) throws Exception {
        return DockerfileCheck.read(said.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void eachHasItsLineItsRuleAndWhatIsSaid() throws Exception {
        assertThat(read(SAID))
                .containsExactly(
                        new DockerfileCheck.Warning(4, "JSONArgsRecommended", "JSON arguments recommended for CMD"),
                        new DockerfileCheck.Warning(2, "StageNameCasing", "Stage names should be lowercase"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; ''",
                "{\"warnings\":null}; ''",
                "[]; ''",
                "{\"warnings\":[{\"ruleName\":\"A\",\"detail\":\"x\"}]}; 1 A x",
                "{\"warnings\":[{\"ruleName\":\"a rule\",\"detail\":\"x\"}]}; ''",
                "{\"warnings\":[{\"ruleName\":\"A\",\"location\":{\"ranges\":[{\"start\":{\"line\":-7}}]}}]}; 1 A",
                "{\"buildError\":{\"message\":\"no RNU\",\"location\":{\"ranges\":[{\"start\":{\"line\":3}}]}}}; "
                        + "3 BuildError no RNU",
            })
    void whateverIsSaidIsRead(String said, String expected) throws Exception {
        assertThat(read(said))
                .extracting(w -> (w.line() + " " + w.rule() + " " + w.text()).strip())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }
}
