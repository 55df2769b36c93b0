package org.maxdock.image.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.InvalidValue;

/** Names of images, as Docker reads them. */
class ImageReferenceTest {

    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({
        "debian, docker.io/library/debian:latest, debian:latest",
        "debian:12, docker.io/library/debian:12, debian:12",
        "docker.io/debian, docker.io/library/debian:latest, debian:latest",
        "index.docker.io/library/debian, docker.io/library/debian:latest, debian:latest",
        "library/debian, docker.io/library/debian:latest, debian:latest",
        "me/tool, docker.io/me/tool:latest, me/tool:latest",
        "a/b/c, docker.io/a/b/c:latest, a/b/c:latest",
        "localhost/a, localhost/a:latest, localhost/a:latest",
        "localhost:5000/a:1, localhost:5000/a:1, localhost:5000/a:1",
        "reg.desy.de/x/y__z.a-b--c:V1.2_3, reg.desy.de/x/y__z.a-b--c:V1.2_3, reg.desy.de/x/y__z.a-b--c:V1.2_3",
        "Uppercase/a, Uppercase/a:latest, Uppercase/a:latest",
        "[::1]:5000/a, [::1]:5000/a:latest, [::1]:5000/a:latest",
        "docker.io/reg.io/a, docker.io/reg.io/a:latest, docker.io/reg.io/a:latest",
        "a:5000, docker.io/library/a:5000, a:5000"
    })
    void namesAreUnderstood(String text, String canonical, String familiar) {
        ImageReference reference = ImageReference.parse(text);
        assertThat(reference.canonical()).isEqualTo(canonical);
        assertThat(reference).hasToString(familiar);
        assertThat(ImageReference.parse(canonical)).isEqualTo(reference);
        assertThat(ImageReference.parse(familiar)).isEqualTo(reference);
    }

    @Test
    void aDigestNamesAnImageWithAndWithoutATag() {
        ImageReference reference = ImageReference.parse("reg:5000/a@" + DIGEST);
        assertThat(reference.tag()).isEmpty();
        assertThat(reference.digest()).contains(new Digest(DIGEST));
        assertThat(reference).hasToString("reg:5000/a@" + DIGEST);
        assertThat(ImageReference.parse("a:1@" + DIGEST).canonical()).isEqualTo("docker.io/library/a:1@" + DIGEST);
        assertThat(reference.repository()).isEqualTo("reg:5000/a");
        assertThat(new Digest(DIGEST).algorithm() + " "
                        + new Digest(DIGEST).hex().length())
                .isEqualTo("sha256 64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "A",
                "a/B",
                "-a",
                "a-",
                "a..b",
                "a___b",
                "a/",
                "/a",
                "a//b",
                "a:",
                "a:-1",
                "a:b:c",
                "a@",
                "a@sha256:12",
                "a@md5:0123456789abcdef0123456789abcdef",
                "a b",
                "a\n",
                "a$(id)",
                "http://a/b",
                "a:tag/x y",
                "reg:port/a",
                "reg:123456/a",
                "-reg.io/a",
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void whatIsNoNameIsRefusedWithASentence(String text) {
        assertThat(ImageReference.read(text)).isEmpty();
        assertThatThrownBy(() -> ImageReference.parse(text))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.getMessage()).doesNotContain("trouble."));
    }

    @Test
    void lengthsHaveLimits() {
        assertThat(ImageReference.read("a/" + "b".repeat(253))).isPresent();
        assertThat(ImageReference.read("a/" + "b".repeat(254))).isEmpty();
        assertThat(ImageReference.read("a:" + "t".repeat(128))).isPresent();
        assertThat(ImageReference.read("a:" + "t".repeat(129))).isEmpty();
        assertThat(ImageReference.read("a-".repeat(200_000))).isEmpty();
    }

    /** What is read is written so that it is read as the same. */
    @Test
    void thereAndBackForAnyText() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String alphabet = "ab1AZ.-_/:@[]";
        int understood = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(1, 14); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Optional<ImageReference> read = ImageReference.read(text.toString());
            if (read.isPresent()) {
                understood++;
                assertThat(ImageReference.read(read.get().toString()))
                        .as(text.toString())
                        .isEqualTo(read);
                assertThat(ImageReference.read(read.get().canonical()))
                        .as(text.toString())
                        .isEqualTo(read);
            }
        }
        assertThat(understood).isGreaterThan(500);
    }
}
