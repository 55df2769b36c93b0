package org.maxdock.image.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.engine.ImageJson;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.local.LocalHost;
import org.maxdock.image.identity.Difference;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.image.identity.Sha256;
import org.maxdock.text.Trouble;

/** Saved images, judged without an engine. */
class ImageArchiveTest {

    @TempDir
    Path folder;

    private ImageArchive archive(byte[] bytes) throws Exception {
        Path file = folder.resolve("it's an image.tar");
        Files.write(file, bytes);
        return new ImageArchive(new ArchiveScan(new LocalHost()).read(file.toString(), new Cancellation()));
    }

    static ImageRecord record(ImageFile image) throws Exception {
        byte[] config = image.configuration();
        return ImageRecord.of(
                ImageReference.parse(ImageFile.NAME),
                Identity.of(ImageJson.config(config, "sha256:" + Sha256.of(config))),
                Instant.EPOCH,
                "here",
                "me");
    }

    static List<Tampering> tamperings() {
        return Tampering.all();
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void eachTamperingIsCaughtAndItsDifferenceNamed(Tampering tampering) throws Exception {
        ImageVerdict verdict = archive(tampering.file()).verify(record(new ImageFile()));
        assertThat(verdict).isInstanceOf(ImageVerdict.Different.class);
        assertThat(((ImageVerdict.Different) verdict).differences())
                .extracting(Difference::what)
                .contains(tampering.named());
    }

    @Test
    void thereAreAtLeastThirtyOfThem() {
        assertThat(tamperings()).hasSizeGreaterThanOrEqualTo(30).doesNotHaveDuplicates();
    }

    @Test
    void howItIsPackedDoesNotMatter() throws Exception {
        ImageRecord record = record(new ImageFile());
        ImageFile layout = new ImageFile();
        layout.oci = true;
        ImageFile packed = new ImageFile();
        packed.oci = true;
        packed.gzipLayers = true;
        ImageFile renamed = new ImageFile();
        renamed.tags.set(0, "other/name:2");
        ImageFile twoNames = new ImageFile();
        twoNames.tags.add(0, "other/name:2");
        for (byte[] bytes : List.of(
                new ImageFile().write(),
                ImageFile.gzip(new ImageFile().write()),
                layout.write(),
                packed.write(),
                ImageFile.gzip(packed.write()),
                renamed.write(),
                twoNames.write())) {
            assertThat(archive(bytes).verify(record).word()).isEqualTo("same");
        }
        Files.write(folder.resolve("plain"), packed.write());
        assertThat(new LocalHost()
                        .run(Command.script("zstd -q \"$1/plain\"", folder.toString()))
                        .ok())
                .isTrue();
        assertThat(archive(Files.readAllBytes(folder.resolve("plain.zst")))
                        .verify(record)
                        .word())
                .isEqualTo("same");
    }

    @Test
    void anArchiveOfOtherImagesHasNotThisOne() throws Exception {
        ImageFile other = new ImageFile();
        other.tags.set(0, "other/name:2");
        other.entries = 2;
        assertThat(archive(other.write()).verify(record(new ImageFile())).word())
                .isEqualTo("missing");
    }

    /** Recorded from real engines: see SOURCES.md beside the files. */
    @Test
    void whatDifferentEnginesSaveOfOneImageIsTheSame() throws Exception {
        try (InputStream classic = getClass().getResourceAsStream("journey-20.10.24.tar");
                InputStream containerd = getClass().getResourceAsStream("journey-28.5.2.tar");
                InputStream inspected = getClass().getResourceAsStream("journey-20.10.24.json")) {
            ImageRecord record = ImageRecord.of(
                    ImageReference.parse("max-registry:5000/test/journeys:1"),
                    Identity.of(ImageJson.inspected(inspected.readAllBytes())),
                    Instant.EPOCH,
                    "h",
                    "u");
            ImageArchive saved = archive(classic.readAllBytes());
            assertThat(saved.verify(record).word()).isEqualTo("same");
            assertThat(saved.image(record.reference(), "linux/amd64").identity().orElseThrow())
                    .usingRecursiveComparison()
                    .ignoringFields("repoDigests")
                    .isEqualTo(record.identity());
            assertThat(archive(containerd.readAllBytes()).verify(record).word()).isEqualTo("same");
        }
    }

    @Test
    void whatCannotBeReadIsTold() {
        ArchiveScan scan = new ArchiveScan(new LocalHost());
        for (String path : List.of(folder.resolve("none").toString(), folder.toString(), "-x")) {
            assertThatThrownBy(() -> scan.read(path, new Cancellation()))
                    .as(path)
                    .isInstanceOfSatisfying(
                            Trouble.class, t -> assertThat(t.key()).isEqualTo("archive-unreadable"));
        }
    }

    @Test
    void nothingIsWrittenWhateverTheArchiveHolds() throws Exception {
        ImageFile image = new ImageFile();
        image.more.add(ImageFile.file(folder.resolve("written").toString(), new byte[] {1}));
        image.more.add(ImageFile.file("$(touch " + folder + "/ran)\n`id`", ImageFile.bytes("{}")));
        archive(image.write());
        try (var left = Files.list(folder)) {
            assertThat(left.map(f -> f.getFileName().toString())).containsExactly("it's an image.tar");
        }
    }
}
