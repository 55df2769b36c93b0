package org.maxdock.image.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maxdock.engine.ImageJson;
import org.maxdock.image.identity.Comparison;
import org.maxdock.image.identity.Difference;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.IdentityText;
import org.maxdock.image.identity.ImageVerdict;

/**
 * One image in engines of the classic and of containerd's store, as they really answered: see SOURCES.md beside the
 * files.
 */
class StoresTest {

    private static Identity identity(String name) throws Exception {
        try (InputStream file = StoresTest.class.getResourceAsStream(name + ".json")) {
            return Identity.of(ImageJson.inspected(file.readAllBytes()));
        }
    }

    private static String verdict(String recorded, String found) throws Exception {
        return Comparison.verify(identity(recorded), Optional.of(identity(found)))
                .word();
    }

    @Test
    void theSameImageIsRecognizedInEitherStoreAndEitherWay() throws Exception {
        String classic = "journey-20.10.24";
        String loaded = "journey-28.5.2-loaded";
        String pulled = "journey-28.5.2-pulled";
        assertThat(identity(classic).id())
                .isNotEqualTo(identity(loaded).id())
                .isNotEqualTo(identity(pulled).id());
        assertThat(List.of(verdict(classic, pulled), verdict(pulled, classic))).containsOnly("same");
        assertThat(List.of(
                        verdict(classic, loaded),
                        verdict(loaded, classic),
                        verdict(loaded, pulled),
                        verdict(pulled, loaded)))
                .containsOnly("same-content");
        assertThat(IdentityText.digest(identity(classic)))
                .isEqualTo(IdentityText.digest(identity(loaded)))
                .isEqualTo(IdentityText.digest(identity(pulled)));
    }

    /**
     * What the classic store has of the same image: its ID is that of the configuration, its repo digest that of the
     * index it was pulled by.
     */
    @Test
    void anImageOfDocker29IsTheOneThatTheClassicStoreHas() throws Exception {
        Identity there = identity("alpine-29");
        assertThat(there.run().command()).containsExactly("/bin/sh");
        assertThat(List.of(there.config(), there.manifest())).containsOnly("");
        Identity pulled = new Identity(
                there.repoDigests(), "sha256:c0", "sha256:c0", "", there.layers(), there.run(), "linux/amd64");
        Identity loaded = pulled.withRepoDigests(List.of());
        assertThat(Comparison.verify(pulled, Optional.of(there)).word()).isEqualTo("same");
        assertThat(Comparison.verify(loaded, Optional.of(there)).word()).isEqualTo("same-content");
        Identity replaced = new Identity(
                there.repoDigests(), there.id(), "", "", List.of("sha256:evil"), there.run(), "linux/amd64");
        assertThat(Comparison.verify(pulled, Optional.of(replaced)).word()).isEqualTo("different");
    }

    @Test
    void whatAnIdMeansIsKeptApart() throws Exception {
        assertThat(identity("journey-20.10.24").config())
                .isEqualTo(identity("journey-20.10.24").id());
        assertThat(identity("journey-28.5.2-pulled").config()).isEmpty();
        assertThat(identity("journey-28.5.2-pulled").manifest())
                .isEqualTo(identity("journey-28.5.2-pulled").id());
    }

    @Test
    void anImageWhoseContentTheEngineLacksHoldsForNothing() throws Exception {
        for (String incomplete : List.of("incomplete-28.5.2", "incomplete-29")) {
            ImageVerdict verdict = Comparison.verify(identity(incomplete), Optional.of(identity(incomplete)));
            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            ImageVerdict.Different.class,
                            d -> assertThat(d.differences())
                                    .extracting(Difference::what)
                                    .containsExactly("content"));
        }
    }
}
