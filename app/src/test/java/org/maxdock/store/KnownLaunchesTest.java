package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.Sha256;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Which launches were looked at, across sessions. */
class KnownLaunchesTest {

    @TempDir
    Path folder;

    private KnownLaunches known() {
        return new KnownLaunches(folder.resolve("known.json"), new Json());
    }

    private static Launch launch(String command) {
        return new Launch(
                "l",
                ImageReference.parse("r/i:1"),
                List.of(),
                List.of(),
                RunMode.ME,
                LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                List.of(command),
                "");
    }

    @Test
    void aChangeMakesAnotherOne() throws Exception {
        assertThat(known().knows(launch("a"))).isFalse();
        assertThat(folder.resolve("known.json")).doesNotExist();
        known().add(launch("a"));
        known().add(launch("a"));
        assertThat(known().knows(launch("a"))).isTrue();
        assertThat(known().knows(launch("b"))).isFalse();
        assertThat(Files.readString(folder.resolve("known.json")).split(",")).hasSize(1);
    }

    @Test
    void theFileIsTheUsersAlone() throws Exception {
        known().add(launch("secret"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("known.json"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(folder.resolve("known.json"))).doesNotContain("secret");
    }

    @Test
    void aFileThatIsNoneIsTold() throws Exception {
        Files.writeString(folder.resolve("known.json"), "{}");
        assertThat(catchThrowableOfType(Trouble.class, () -> known().knows(launch("a")))
                        .kind())
                .isEqualTo(TroubleKind.FILE_BROKEN);
    }

    @Test
    void anotherContentIsAnotherImage() throws Exception {
        ImageRecord record = record("1");
        assertThat(known().knowsImage(record)).isFalse();
        known().addImage(record);
        assertThat(known().knowsImage(record("1"))).isTrue();
        assertThat(known().knowsImage(record("2"))).isFalse();
        assertThat(known().knows(launch("a"))).isFalse();
    }

    private static ImageRecord record(String layer) {
        Identity identity = new Identity(
                List.of(),
                "sha256:" + "b".repeat(64),
                "",
                "",
                List.of("sha256:" + layer.repeat(64)),
                RunConfiguration.NONE,
                "linux/amd64");
        return ImageRecord.of(ImageReference.parse("r/i:1"), identity, Instant.EPOCH, "server", "user");
    }

    /** It kept neither the ID nor the name. */
    @Test
    void whatAnEarlierVersionKeptIsKnownUntilTheNameIs() throws Exception {
        String kept = Sha256.of(("image " + record("1").content()).getBytes(StandardCharsets.UTF_8));
        Files.writeString(folder.resolve("known.json"), "[\"" + kept + "\"]");
        assertThat(known().knowsImage(record("1"))).isTrue();
        assertThat(known().knowsImage(record("2"))).isFalse();
        known().addImage(record("2"));
        assertThat(known().knowsImage(record("1"))).isFalse();
    }
}
