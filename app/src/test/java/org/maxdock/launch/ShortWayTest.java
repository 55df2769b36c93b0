package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageRecord;

/** The short way to know an image again, which asks for its ID alone, compares content as well. */
@Timeout(60)
class ShortWayTest {

    private static final String OTHER = "sha256:" + "7".repeat(64);

    @TempDir
    Path folder;

    private static Launch launch(RunMode mode) {
        return StubNode.launch(mode, List.of());
    }

    private static Identity of(String id, String layer, ImageRecord like) {
        return new Identity(
                List.of(),
                id,
                "",
                "",
                List.of(layer),
                RunConfiguration.NONE,
                like.identity().platform());
    }

    /** A record in which somebody has changed the ID alone, to that of an image of theirs, which is there. */
    @ParameterizedTest
    @EnumSource(RunMode.class)
    void anIdThatBelongsToOtherContentStartsNothing(RunMode mode) throws Exception {
        Launch launch = launch(mode);
        ImageRecord good = StubNode.record(launch, RunConfiguration.NONE);
        Identity other = of(OTHER, "sha256:" + "8".repeat(64), good);
        ImageRecord forged =
                good.withIdentity(of(OTHER, good.identity().layers().getFirst(), good));
        StubNode node = new StubNode(folder).withEngine();
        for (int i = 0; i < 2; i++) {
            StubNode.Told told = node.run(launch, forged, other, Map.of());
            assertThat(told.status()).as(told.said()).isEqualTo(3);
            assertThat(told.said()).contains("is not the image that was recorded");
            assertThat(told.words()).isEmpty();
        }
    }

    /** Neither what was seen of the ID nor what was seen of the content is anything alone. */
    @Test
    void whatWasSeenOfTwoImagesSaysNothingOfTheirMixture() throws Exception {
        Launch launch = launch(RunMode.ME);
        ImageRecord good = StubNode.record(launch, RunConfiguration.NONE);
        Identity other = of(OTHER, "sha256:" + "8".repeat(64), good);
        StubNode node = new StubNode(folder).withEngine();
        assertThat(node.run(launch, good, good.identity(), Map.of()).status()).isZero();
        assertThat(node.run(launch, good.withIdentity(other), other, Map.of()).status())
                .isZero();
        ImageRecord forged =
                good.withIdentity(of(OTHER, good.identity().layers().getFirst(), good));
        assertThat(node.run(launch, forged, other, Map.of()).status()).isEqualTo(3);
    }

    @Test
    void whatWasComparedOnceIsKnownByItsId() throws Exception {
        Launch launch = launch(RunMode.ME);
        StubNode node = new StubNode(folder).withEngine();
        for (int i = 0; i < 3; i++) {
            StubNode.Told told = node.run(launch, Map.of());
            assertThat(told.status()).as(told.said()).isZero();
            assertThat(told.words()).isNotEmpty();
            assertThat(node.asked()).isEqualTo(1);
        }
    }

    /** A home that cannot be written makes it longer, and nothing else. */
    @Test
    void whereNothingCanBeNotedItIsComparedEachTime() throws Exception {
        Launch launch = launch(RunMode.ME);
        StubNode node = new StubNode(folder).withEngine();
        for (int i = 1; i < 3; i++) {
            StubNode.Told told = node.run(launch, Map.of("HOME", "/proc/nowhere"));
            assertThat(told.status()).as(told.said()).isZero();
            assertThat(node.asked()).isEqualTo(i);
        }
    }
}
