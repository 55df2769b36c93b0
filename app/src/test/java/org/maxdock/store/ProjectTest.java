package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.image.identity.Base;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.image.identity.Source;
import org.maxdock.image.identity.Tarball;
import org.maxdock.launch.ContainerOptions;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.launch.VirtualCluster;
import org.maxdock.mount.Mapping;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

class ProjectTest {

    @TempDir
    Path folder;

    private Project project() {
        return new Project(folder, new Json());
    }

    private static ImageRecord record(String reference) {
        RunConfiguration run = new RunConfiguration(
                List.of(),
                List.of("bash"),
                List.of("A=b"),
                "",
                "/",
                List.of("80/tcp"),
                List.of(),
                List.of(),
                Map.of("k", "v"),
                List.of(),
                List.of(),
                List.of(),
                "");
        return new ImageRecord(
                ImageReference.parse(reference),
                new Identity(
                        List.of("r/i@sha256:" + "1".repeat(64)),
                        "sha256:2",
                        "sha256:2",
                        "",
                        List.of("sha256:3"),
                        run,
                        "linux/amd64"),
                "2026-01-02T03:04:05Z",
                "max-wgs",
                "me",
                Optional.of(new Tarball("/t.tgz", "f".repeat(64))),
                Optional.of(new Source(
                        "Dockerfile",
                        "aa",
                        "bb",
                        List.of("WHO"),
                        List.of(new Base("base:1", "sha256:9", List.of())),
                        "",
                        "BuildKit, docker 20.10.24")),
                List.of(new RecordSignature("me", "armored")),
                List.of());
    }

    @Test
    void whatIsPutIsReadBack() throws Exception {
        Launch launch = new Launch(
                "l",
                ImageReference.parse("i:1"),
                List.of(new Mapping("/a", "/b", true)),
                List.of("shared"),
                RunMode.DOCKERCLUSTER,
                new LaunchPlace.Allocation(Partitions.of("p"), 2, new TimeLimit("1:00"), 3, "gpu", List.of("--mem=4G")),
                List.of("x", "y z"),
                "/w",
                new ContainerOptions(
                        List.of("A=b c", "D=e\nf"), "2g", List.of("memlock=-1"), List.of("--init"), List.of("-u")),
                new LaunchKind.Mpi(4, "ib0", new VirtualCluster("", 2023)));
        project().put(record("i:1"));
        project().put(launch);
        project().putMounts(List.of(new Mapping("/ä", "/b", false)));
        assertThat(project().record("i:1")).contains(record("i:1"));
        assertThat(project().record("i")).isEmpty();
        assertThat(project().launches()).containsExactly(launch);
        assertThat(project().mounts()).containsExactly(new Mapping("/ä", "/b", false));
        project().put(record("i:1"));
        assertThat(project().records()).hasSize(1);
    }

    /** As somebody may write it by hand. */
    @Test
    void aRecordThatIsSpelledOtherwiseIsReplacedToo() throws Exception {
        project().put(record("debian:12"));
        Path file = project().writtenIn().resolve(Project.FILE);
        String text = Files.readString(file);
        Files.writeString(file, text.replace("\"debian:12\"", "\"docker.io/library/debian:12\""));
        assertThat(Files.readString(file)).isNotEqualTo(text);
        project().put(record("debian:12"));
        assertThat(project().records()).hasSize(1);
    }

    @Test
    void aReferenceWithoutATagMeansLatest() throws Exception {
        project().put(record("i:latest"));
        assertThat(project().record("i")).isPresent();
        assertThatThrownBy(() -> project().recordOf("j"))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.key()).isEqualTo("not-recorded"));
    }

    /** Rules of what can be started are not rules of what can be read: an older version had fewer. */
    @Test
    void aLaunchThatCouldNotBeStartedNowIsReadAllTheSame() throws Exception {
        Files.writeString(folder.resolve("maxdock.json"), """
                {"schema": 1, "launches": [{"name": "old", "image": "i:1", "container": {"environment": ["name"]}}]}
                """);
        assertThat(new Project(folder, new Json()).launches())
                .extracting(l -> l.container().environment())
                .containsExactly(List.of("name"));
    }

    @Test
    void fieldsOfALaterVersionAreKept() throws Exception {
        Path file = folder.resolve(Project.FILE);
        project().put(record("i:1"));
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("\\{", "{\"future\":{\"a\":[1]},")
                        .replace("\"reference\": \"i:1\"", "\"note\": \"keep me\", \"reference\": \"i:1\""));
        project().put(record("i:1"));
        assertThat(file)
                .content()
                .contains("\"future\"")
                .contains("keep me")
                .contains("sha256:3")
                .endsWith("}\n");
    }

    @Test
    void recordingOtherContentKeepsWhatWasAndTheSameContentKeepsTheRecord() throws Exception {
        ImageRecord first = record("i:1");
        RunConfiguration run = first.identity().run();
        Identity changed = new Identity(List.of(), "sha256:4", "sha256:4", "", List.of("sha256:5"), run, "linux/amd64");
        ImageRecord second = ImageRecord.of(
                ImageReference.parse("i:1"),
                changed,
                java.time.Instant.parse("2026-02-03T00:00:00Z"),
                "max-wgs",
                "you");
        project().put(first);
        project().put(second);
        project()
                .put(ImageRecord.of(
                        ImageReference.parse("i:1"),
                        changed.withRepoDigests(List.of("r/i@sha256:" + "7".repeat(64))),
                        java.time.Instant.parse("2026-03-03T00:00:00Z"),
                        "elsewhere",
                        "other"));
        ImageRecord kept = project().recordOf("i:1");
        assertThat(kept.recordedAt()).isEqualTo("2026-02-03T00:00:00Z");
        assertThat(kept.identity().repoDigests()).containsExactly("r/i@sha256:" + "7".repeat(64));
        assertThat(kept.tarball()).isEmpty();
        assertThat(kept.history()).containsExactly(first);
        project().put(first);
        assertThat(project().recordOf("i:1").history())
                .extracting(ImageRecord::recordedBy)
                .containsExactly("you", "me");
    }

    @Test
    void whatBecomesPartOfAScriptMustBeWhatItClaimsToBe() throws Exception {
        Path file = folder.resolve(Project.FILE);
        project().put(record("i:1"));
        String good = Files.readString(file);
        for (String[] change : new String[][] {
            {"2026-01-02T03:04:05Z", "$(touch x)T03:04:05Z"},
            {"f".repeat(64), "$(touch x)"},
            {"/t.tgz", "-rf"},
            {"\"i:1\"", "\"$(touch x)\""}
        }) {
            Files.writeString(file, good.replace(change[0], change[1]));
            assertThatThrownBy(() -> project().records())
                    .as(change[1])
                    .isInstanceOfSatisfying(
                            Trouble.class, t -> assertThat(t.key()).isEqualTo("project-unreadable"));
        }
    }

    @Test
    void aSettingWithANulIsNotRecorded() {
        RunConfiguration run = new RunConfiguration(
                null, null, null, null, null, null, null, null, Map.of("l", "a\0b"), null, null, null, null);
        assertThatThrownBy(() -> ImageRecord.of(
                        ImageReference.parse("i:1"),
                        new Identity(List.of(), "sha256:4", "sha256:4", "", List.of(), run, "linux/amd64"),
                        java.time.Instant.EPOCH,
                        "h",
                        "u"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFileIsForOthersToReadAsTheUsersUmaskSays() throws Exception {
        Path beside = Files.createFile(folder.resolve("beside"));
        project().put(record("i:1"));
        Path file = folder.resolve(Project.FILE);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(beside));
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-rw----"));
        project().put(record("j:1"));
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw----");
    }

    @Test
    void theLatestBuildsAreRemembered() throws Exception {
        for (int i = 0; i < 25; i++) {
            project()
                    .put(new KeptBuild(
                            "sha256:" + i % 22,
                            ImageReference.parse("i:1"),
                            "2026-01-02T03:04:" + (10 + i) + "Z",
                            new Source("Dockerfile", "a" + i, "b", List.of(), List.of(), "", "")));
        }
        assertThat(project().builds()).hasSize(20);
        assertThat(project().build("sha256:2").orElseThrow().source().dockerfileSha256())
                .isEqualTo("a24");
        assertThat(project().build("sha256:4")).isEmpty();
    }

    @Test
    void aRecordIsHandedOnByAFileAndNothingElseIsTakenForOne() throws Exception {
        RecordFile form = new RecordFile(new Json());
        Path file = folder.resolve("record.json");
        form.write(record("i:1"), file);
        assertThat(form.read(file)).isEqualTo(record("i:1"));
        String good = Files.readString(file);
        for (String bad : List.of(
                "",
                "{",
                "[]",
                "{}",
                good.replace("maxdock-image-record", "other"),
                good.replace("\"schema\": 1", "\"schema\": 2"),
                good.replace("2026-01-02T03", "$(id)"))) {
            Files.writeString(file, bad);
            assertThatThrownBy(() -> form.read(file))
                    .as(bad.length() > 40 ? bad.substring(0, 40) : bad)
                    .isInstanceOf(Trouble.class);
        }
    }

    @Test
    void aBrokenFileIsToldAndNotOverwritten() throws Exception {
        Path file = folder.resolve(Project.FILE);
        for (String text : List.of("{", "[]", "{\"schema\":99}", "{\"launches\":[{\"mode\":\"flying\"}]}")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> {
                        project().launches();
                        project().put(record("i:1"));
                    })
                    .as(text)
                    .isInstanceOf(Trouble.class);
            assertThat(file).hasContent(text);
        }
    }

    @Test
    void aFolderThatIsNotThereIsNotMade() {
        Project none = new Project(folder.resolve("none"), new Json());
        assertThatThrownBy(() -> none.put(record("i:1"))).isInstanceOf(Trouble.class);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void settingsAreKept() throws Exception {
        Path file = folder.resolve("deep/settings.json");
        SettingsFile settings = new SettingsFile(file, new Json());
        settings.change(s -> s.withTarget("a").withTarget("b").withTarget("a").withTheme("dark"));
        assertThat(settings.read().targets()).containsExactly("a", "b");
        assertThat(settings.read().theme()).isEqualTo("dark");
    }

    /** A signature takes its time: meanwhile something else may have been recorded, or nothing be left of it. */
    @Test
    void whatWasLearnedOfARecordIsAddedToThatRecordOnly() throws Exception {
        ImageRecord old = record("r/i:1");
        ImageRecord signed = old.withSignature(new RecordSignature("me", "s"));
        project().put(old);
        assertThat(project().learn(signed).signatures()).containsAll(signed.signatures());
        ImageRecord other = ImageRecord.of(
                old.reference(),
                new Identity(
                        List.of(),
                        "sha256:7",
                        "sha256:7",
                        "",
                        List.of("sha256:8"),
                        RunConfiguration.NONE,
                        "linux/amd64"),
                Instant.EPOCH,
                "h",
                "u");
        project().put(other);
        assertThat(catchThrowableOfType(Trouble.class, () -> project().learn(signed))
                        .kind())
                .isEqualTo(TroubleKind.RECORD_CHANGED);
        project().change(now -> now.withoutRecord(old.reference()));
        assertThat(catchThrowableOfType(Trouble.class, () -> project().learn(signed))
                        .kind())
                .isEqualTo(TroubleKind.RECORD_CHANGED);
        assertThat(project().records()).isEmpty();
    }

    @Test
    void aNewFileTakesNobodysPlace() throws Exception {
        project().writeNew("run.sh", "one", true);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("run.sh"))))
                .isEqualTo("rw-------");
        assertThat(catchThrowableOfType(Trouble.class, () -> project().writeNew("run.sh", "two", true))
                        .kind())
                .isEqualTo(TroubleKind.FILE_EXISTS);
        assertThat(folder.resolve("run.sh")).hasContent("one");
        Files.createSymbolicLink(folder.resolve("link.sh"), folder.resolve("nothing-yet"));
        assertThat(catchThrowableOfType(Trouble.class, () -> project().writeNew("link.sh", "two", true))
                        .kind())
                .isEqualTo(TroubleKind.FILE_EXISTS);
        assertThat(folder.resolve("nothing-yet")).doesNotExist();
    }
}
