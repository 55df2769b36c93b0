package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.BuilderChoice;
import org.maxdock.engine.HostClient;
import org.maxdock.image.dockerfile.BuildKitNeed;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What older builders do not know of Dockerfiles as people write them today is told before they are built. */
class DockerfileCorpusTest {

    private static final HostClient NONE =
            new HostClient("26.1", false, false, false, Optional.of(Message.of("buildkit.no-plugin", "26.1")));
    private static final HostClient OLD = new HostClient("20.10.24", true, false, false, Optional.empty());
    private static final HostClient NEW = new HostClient("26.1.5", true, true, true, Optional.empty());

    static List<CorpusDockerfile> all() {
        return CorpusDockerfile.all();
    }

    static Stream<CorpusDockerfile> needing() {
        return all().stream().filter(file -> !file.needs().isEmpty());
    }

    /** Where an option is too new, and not the Dockerfile, see {@link #anOptionIsTooNewToo}. */
    static Stream<CorpusDockerfile> ofItsText() {
        return all().stream().filter(file -> !file.tooNew().startsWith("--build-context"));
    }

    @Test
    void thereAreFortyAndEachNamesItsFeatures() {
        assertThat(all())
                .hasSizeGreaterThanOrEqualTo(40)
                .allSatisfy(file -> assertThat(file.features()).isNotEmpty());
        assertThat(all().stream().filter(file -> file.tooNew().isEmpty()))
                .as("Docker 20.10 builds some, and others not")
                .hasSizeBetween(15, 30);
    }

    @ParameterizedTest
    @MethodSource("needing")
    void theClassicBuilderIsRefusedByWhatItDoesNotKnow(CorpusDockerfile file) {
        BuildOptions any = BuildOptions.NONE.with(BuilderChoice.FITTING, List.of());
        Trouble trouble = catchThrowableOfType(Trouble.class, () -> BuilderRule.buildKit(any, file.text(), NONE));
        assertThat(trouble.kind()).isEqualTo(TroubleKind.BUILDKIT_MISSING);
        assertThat(trouble.arguments()).containsExactly(file.needs().replaceFirst(" in line (\\d+)", " ($1)"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatTheClassicBuilderKnowsIsNotRefused(CorpusDockerfile file) throws Trouble {
        assertThat(BuildKitNeed.of(file.text()).isPresent())
                .isEqualTo(!file.needs().isEmpty());
        assertThat(BuilderRule.buildKit(file.options(), file.text(), NEW)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ofItsText")
    void whatDocker2010DoesNotKnowIsNamedAndNothingElse(CorpusDockerfile file) throws Trouble {
        assertThat(BuildKitNeed.ofNewer(file.text())
                        .map(need -> need.what() + " in line " + need.line())
                        .orElse(""))
                .isEqualTo(file.tooNew());
    }

    @Test
    void anOptionIsTooNewToo() {
        List<CorpusDockerfile> files = all().stream()
                .filter(file -> file.tooNew().startsWith("--build-context"))
                .toList();
        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(catchThrowableOfType(
                                        Trouble.class, () -> BuilderRule.buildKit(file.options(), file.text(), OLD))
                                .kind())
                        .isEqualTo(TroubleKind.BUILDX_MISSING));
    }
}
