package org.maxdock.image.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maxdock.engine.RunConfiguration;

class ComparisonTest {

    private static final Identity RECORDED = IdentityTextTest.IMAGE;

    private static Identity with(
            List<String> digests, String id, List<String> layers, RunConfiguration run, String platform) {
        return new Identity(digests, id, "", "", layers, run, platform);
    }

    private static List<String> differing(Identity here) {
        ImageVerdict verdict = Comparison.verify(RECORDED, Optional.of(here));
        assertThat(verdict).isInstanceOf(ImageVerdict.Different.class);
        return ((ImageVerdict.Different) verdict)
                .differences().stream().map(Difference::what).toList();
    }

    @Test
    void aNameThatAgreesMakesItTheSameAndNoneTheSameContent() {
        assertThat(Comparison.verify(RECORDED, Optional.of(RECORDED)).word()).isEqualTo("same");
        assertThat(Comparison.verify(
                                RECORDED,
                                Optional.of(with(
                                        List.of("other@sha256:" + "1".repeat(64)),
                                        "sha256:x",
                                        RECORDED.layers(),
                                        RECORDED.run(),
                                        RECORDED.platform())))
                        .word())
                .isEqualTo("same");
        assertThat(Comparison.verify(
                                RECORDED,
                                Optional.of(with(
                                        List.of(), "sha256:x", RECORDED.layers(), RECORDED.run(), RECORDED.platform())))
                        .word())
                .isEqualTo("same-content");
        assertThat(Comparison.verify(RECORDED, Optional.empty()).word()).isEqualTo("missing");
    }

    @Test
    void aNameThatAgreesDoesNotHideOtherContent() {
        assertThat(differing(with(
                        RECORDED.repoDigests(),
                        RECORDED.id(),
                        List.of("sha256:l1", "sha256:evil"),
                        RECORDED.run(),
                        RECORDED.platform())))
                .containsExactly("layer 2");
    }

    @Test
    void eachDifferenceIsNamed() {
        RunConfiguration r = RECORDED.run();
        assertThat(differing(with(List.of(), "x", List.of("sha256:l2", "sha256:l1"), r, RECORDED.platform())))
                .containsExactly("layer 1", "layer 2", "layer order");
        assertThat(differing(with(List.of(), "x", List.of("sha256:l1"), r, RECORDED.platform())))
                .containsExactly("layer 2");
        assertThat(differing(with(List.of(), "x", RECORDED.layers(), r, "linux/arm64")))
                .containsExactly("platform");
        assertThat(differing(run(new RunConfiguration(
                        List.of("/evil"),
                        r.command(),
                        r.environment(),
                        "0",
                        "/",
                        r.ports(),
                        r.volumes(),
                        r.healthcheck(),
                        r.labels(),
                        r.healthTimes(),
                        r.onBuild(),
                        r.shell(),
                        r.stopSignal()))))
                .containsExactly("entrypoint", "user", "workdir");
        assertThat(differing(run(new RunConfiguration(
                        r.entrypoint(),
                        List.of(),
                        List.of("PATH=/evil"),
                        r.user(),
                        r.workingDirectory(),
                        r.ports(),
                        r.volumes(),
                        r.healthcheck(),
                        Map.of("k=1", "other", "ä", ""),
                        r.healthTimes(),
                        r.onBuild(),
                        r.shell(),
                        r.stopSignal()))))
                .containsExactly("cmd", "env PATH", "env Ü", "label k=1");
        assertThat(differing(run(new RunConfiguration(
                        r.entrypoint(),
                        r.command(),
                        r.environment().reversed(),
                        r.user(),
                        r.workingDirectory(),
                        r.ports(),
                        r.volumes(),
                        r.healthcheck(),
                        r.labels(),
                        r.healthTimes(),
                        r.onBuild(),
                        r.shell(),
                        r.stopSignal()))))
                .containsExactly("env order");
        assertThat(differing(run(new RunConfiguration(
                        r.entrypoint(),
                        r.command(),
                        r.environment(),
                        r.user(),
                        r.workingDirectory(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of("k=1", "v\nplatform x/y"),
                        List.of(),
                        List.of("RUN x"),
                        List.of("/bin/zsh"),
                        "SIGKILL"))))
                .containsExactly(
                        "ports",
                        "volumes",
                        "healthcheck",
                        "healthcheck times",
                        "label ä",
                        "onbuild",
                        "shell",
                        "stopsignal");
    }

    private static Identity run(RunConfiguration run) {
        return with(List.of(), "x", RECORDED.layers(), run, RECORDED.platform());
    }
}
