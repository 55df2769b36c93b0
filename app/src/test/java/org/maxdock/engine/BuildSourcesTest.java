package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.InvalidValue;

class BuildSourcesTest {

    private static BuildSources context(String name, String source) {
        return new BuildSources(Map.of(name, source), List.of(), List.of());
    }

    @Test
    void theyAreDockersWords() {
        BuildSources sources = new BuildSources(
                Map.of("data", "/beegfs/data"), List.of("me/x:1"), List.of("type=registry,ref=me/x:cache"));
        assertThat(sources.words())
                .containsExactly(
                        "--build-context",
                        "data=/beegfs/data",
                        "--cache-from",
                        "me/x:1",
                        "--cache-to",
                        "type=registry,ref=me/x:cache");
        assertThat(sources.needsBuildx()).isEqualTo("--build-context");
        assertThat(BuildSources.NONE.needsBuildx()).isEmpty();
        assertThat(new BuildSources(Map.of(), List.of("me/x:1"), List.of()).needsBuildx())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-image://a:1", "https://x/y.git", "git@x:y", "/a b", "oci-layout:///a"})
    void whatTheEnginesHostFindsIsTaken(String source) {
        assertThat(context("n", source).contexts()).containsEntry("n", source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "./data", "", "/a\nb", "C:\\data", "docker-image://", "~/data", "oci-layout://a"})
    void whatIsElsewhereIsRefused(String source) {
        assertThatThrownBy(() -> context("n", source)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "a b", "a\nb", "", "type=local,dest=cache", "type=local,src=./cache,mode=max"})
    void whatIsNoSourceOfACacheIsRefused(String cache) {
        assertThatThrownBy(() -> new BuildSources(Map.of(), List.of(cache), List.of()))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new BuildSources(Map.of(), List.of(), List.of(cache)))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> context(cache, "/x")).isInstanceOf(InvalidValue.class);
    }
}
