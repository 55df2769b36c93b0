package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Cancellation;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** What a host lists of an image's layers: whoever made it can have it list more than any memory holds. */
class InsideImageTest {

    private static final String BEGINNING =
            "\0manifest.json\0[{\"Config\":\"c\",\"Layers\":[\"one\",\"two\"]}]\0c\0{\"history\":[]}";
    private static final String FILE = "-rw-r--r-- 0/0 5 2026-01-01 00:00:00 \"etc/%s\"\n";

    /** Two layers, each with a file and so many bytes of what is none. */
    private static byte[] listing(int bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream all = new GZIPOutputStream(packed)) {
            all.write(BEGINNING.getBytes(StandardCharsets.UTF_8));
            for (String layer : new String[] {"one", "two"}) {
                all.write(("\0" + layer + "\0" + FILE.formatted(layer)).getBytes(StandardCharsets.UTF_8));
                all.write("x".repeat(bytes).getBytes(StandardCharsets.UTF_8));
            }
            all.write("\0\0\n\n\0".getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static ImageContents of(byte[] listing) throws Trouble {
        return new InsideImage(new GivenArchive(listing).host()).of("i:1", new Cancellation());
    }

    @Test
    void whatIsListedIsRead() throws Exception {
        assertThat(of(listing(1000)).files().keySet()).containsExactly("etc/one", "etc/two");
    }

    /** A few kilobytes that become many times as much as is read. */
    @ParameterizedTest
    @ValueSource(ints = {Untrusted.LARGE / 2 + 1, Untrusted.LARGE})
    void aListingWithoutAnEndIsNotRead(int bytes) throws Exception {
        byte[] listing = listing(bytes);
        assertThat(listing).hasSizeLessThan(200_000);
        assertThatThrownBy(() -> of(listing))
                .isInstanceOfSatisfying(
                        Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.IMAGE_FILES_UNREADABLE));
    }
}
