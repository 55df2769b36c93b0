package org.maxdock.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Cancellation;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** The archive of a file, as an engine, or who answers in its place, gives it. */
class FileOfImageTest {

    private static final int MEGABYTE = 1 << 20;

    private static byte[] read(byte[] archive) throws Trouble {
        return new InsideImage(new GivenArchive(archive).host()).read("i", "/a", MEGABYTE, new Cancellation());
    }

    /** An entry of that kind, and how often it stands there. */
    private static byte[] archive(byte kind, byte[] content, int times) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(all)) {
            for (int i = 0; i < times; i++) {
                TarArchiveEntry entry = new TarArchiveEntry("a", kind);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
            tar.putArchiveEntry(new TarArchiveEntry("a"));
            tar.closeArchiveEntry();
        }
        return all.toByteArray();
    }

    @Test
    void aFileWithALongNameAndAttributesIsGivenWhole() throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] content = new byte[MEGABYTE];
        Arrays.fill(content, (byte) 'x');
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(all)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            TarArchiveEntry entry = new TarArchiveEntry("n".repeat(4000));
            entry.addPaxHeader("SCHILY.xattr.user.a", "v".repeat(60_000));
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        assertThat(read(all.toByteArray())).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(
            bytes = {
                TarConstants.LF_PAX_EXTENDED_HEADER_LC,
                TarConstants.LF_GNUTYPE_LONGNAME,
                TarConstants.LF_GNUTYPE_LONGLINK
            })
    void headersWithoutAnEndAreNotRead(byte kind) throws Exception {
        for (byte[] archive : List.of(
                archive(kind, new byte[0], 50_000),
                archive(kind, "x".repeat(4 * MEGABYTE).getBytes(US_ASCII), 1))) {
            assertThatThrownBy(() -> read(archive))
                    .isInstanceOfSatisfying(
                            Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.COPY_FAILED));
        }
    }
}
