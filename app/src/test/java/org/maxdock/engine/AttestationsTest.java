package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.InvalidValue;

/** What is added to an image is what was asked for, and nothing where nobody asked. */
class AttestationsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; ''; ''; ''",
                "false; false; ''; ''",
                "true; ''; --provenance=true; --provenance",
                "mode=max,version=v1; false; --provenance=mode=max,version=v1; --provenance",
                "''; generator=docker/scout:1; --sbom=generator=docker/scout:1; --sbom",
                "mode=min; true; --provenance=mode=min --sbom=true; --provenance",
            })
    void areDockersWords(String provenance, String sbom, String words, String needs) {
        BuildOptions options = BuildOptions.NONE.with(new Attestations(provenance, sbom));
        assertThat(String.join(" ", options.words())).isEqualTo(words);
        assertThat(options.needsBuildx()).isEqualTo(needs);
        assertThat(options.fromCache().words()).isEmpty();
    }

    @Test
    void theyStayWithOtherOptions() {
        BuildOptions options = BuildOptions.NONE
                .with(new Attestations("true", "true"))
                .with(BuilderChoice.BUILDKIT, List.of())
                .with(BuildSources.NONE)
                .withAgents(List.of())
                .withArguments(java.util.Map.of());
        assertThat(options.words()).containsExactly("--provenance=true", "--sbom=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes please", "max", "-x", "mode=", "mode=max,", "a\nb", "mode=max --push", "TRUE=1"})
    void whatDockerDoesNotTakeIsRefused(String value) {
        assertThatThrownBy(() -> new Attestations(value, "")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Attestations("", value)).isInstanceOf(InvalidValue.class);
    }
}
