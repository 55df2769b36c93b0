package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.host.Command;
import org.maxdock.host.local.LocalHost;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.Tarball;
import org.maxdock.operation.RecordSigner.Checked;
import org.maxdock.operation.RecordSigner.Standing;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.text.Trouble;

/** Signatures by the real ssh-keygen. */
class RecordSignerTest {

    @TempDir
    Path folder;

    private Project project;
    private RecordSigner signer;

    @BeforeEach
    void keys() throws Exception {
        project = new Project(folder, new Json());
        signer = new RecordSigner(
                new LocalHost(),
                folder.resolve("home"),
                java.util.Optional.of(folder.resolve("site-signers").toString()));
        Files.createDirectories(folder.resolve("home/.ssh"));
        key("id_ed25519", "");
        key("stranger", "");
        key("locked", "a secret phrase");
        allow("boss@desy.de", "id_ed25519");
    }

    private void key(String name, String phrase) throws Exception {
        assertThat(new LocalHost()
                        .run(Command.of(
                                "ssh-keygen",
                                "-q",
                                "-t",
                                "ed25519",
                                "-N",
                                phrase,
                                "-C",
                                name,
                                "-f",
                                folder.resolve("home/.ssh/" + name).toString()))
                        .ok())
                .isTrue();
    }

    private void allow(String who, String key) throws Exception {
        Files.writeString(users(), who + " " + Files.readString(folder.resolve("home/.ssh/" + key + ".pub")));
    }

    private Path users() {
        return folder.resolve("home/.ssh").resolve(RecordSigner.ALLOWED);
    }

    private static ImageRecord record(String layer) {
        return ImageRecord.of(
                ImageReference.parse("i:1"),
                new Identity(
                        List.of(), "sha256:1", "sha256:1", "", List.of(layer), RunConfiguration.NONE, "linux/amd64"),
                java.time.Instant.parse("2026-01-02T03:04:05Z"),
                "max-wgs",
                "me\nand others");
    }

    @Test
    void aGoodSignatureNamesItsSignerAsTheGroupDoesWhateverItClaims() throws Exception {
        ImageRecord signed = signer.sign(record("sha256:3"), signer.defaultKey(), "somebody else");
        assertThat(signer.check(signed))
                .containsExactly(new Checked("boss@desy.de", Standing.GOOD, java.util.Optional.of(users())));
        ImageRecord pushed = signed.withIdentity(
                        signed.identity().withRepoDigests(List.of("r/i@sha256:" + "9".repeat(64))))
                .withTarball(new Tarball("/x", "0".repeat(64)));
        assertThat(signer.check(pushed))
                .containsExactly(new Checked("boss@desy.de", Standing.GOOD, java.util.Optional.of(users())));
        project.put(pushed);
        assertThat(signer.check(project.recordOf("i:1")))
                .containsExactly(new Checked("boss@desy.de", Standing.GOOD, java.util.Optional.of(users())));
    }

    @Test
    void aSignatureUnderAnotherRecordIsBadAndThatOfAStrangerUnknown() throws Exception {
        ImageRecord signed = signer.sign(record("sha256:3"), signer.defaultKey(), "boss");
        assertThat(signer.check(
                        record("sha256:4").withSignature(signed.signatures().getFirst())))
                .containsExactly(new Checked("boss", Standing.BAD, java.util.Optional.of(users())));
        ImageRecord stranger = signer.sign(record("sha256:3"), folder.resolve("home/.ssh/stranger"), "boss@desy.de");
        assertThat(signer.check(stranger))
                .containsExactly(new Checked("boss@desy.de", Standing.UNKNOWN, java.util.Optional.empty()));
        Files.delete(users());
        assertThat(signer.check(signed))
                .containsExactly(new Checked("boss", Standing.UNKNOWN, java.util.Optional.empty()));
        assertThat(signer.check(record("sha256:3"))).isEmpty();
    }

    @Test
    void aSignatureForAnotherPurposeDoesNotCount() throws Exception {
        String key = signer.defaultKey().toString();
        var other = new LocalHost()
                .run(Command.of("ssh-keygen", "-Y", "sign", "-f", key, "-n", "git")
                        .withInput(record("sha256:3").statement()));
        assertThat(signer.check(record("sha256:3")
                        .withSignature(new org.maxdock.image.identity.RecordSignature("boss", other.text()))))
                .containsExactly(new Checked("boss", Standing.BAD, java.util.Optional.of(users())));
        assertThat(signer.check(record("sha256:3")
                        .withSignature(new org.maxdock.image.identity.RecordSignature("boss", "$(touch /tmp/x)'\""))))
                .extracting(Checked::standing)
                .doesNotContain(Standing.GOOD);
    }

    /**
     * What a list says of a key for another purpose or another time takes nothing from what it, or another one, says of
     * it for this one; and who is excluded is nobody's name (ssh-keygen(1), ALLOWED SIGNERS).
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boss namespaces=\"git\" KEY                           | boss KEY  | boss      | boss",
                "old namespaces=\"git\" KEY/chief KEY                  |           | claim     | chief",
                "old valid-before=\"20200101\" KEY/chief KEY           |           | claim     | chief",
                "old namespaces=\"git\" KEY/b,c namespaces=\"x\" KEY   | chief KEY | claim     | chief",
                "one KEY/two KEY                                       |           | two       | two",
                "one,two KEY                                           |           | two       | two",
                "one,two KEY                                           |           | three     | one",
                "!eve@x.de,*@x.de KEY                                  |           | you@x.de  | you@x.de",
                "!eve@x.de,*@x.de KEY                                  |           | eve@x.de  | *@x.de",
                "!eve@x.de,*@x.de KEY                                  |           | !eve@x.de | *@x.de",
                "\"a b\" namespaces=\"git\" KEY/# a KEY/chief KEY      |           | claim     | chief",
            })
    void whoeverOfTheListsVouchesForItIsTheSigner(String users, String site, String claim, String who)
            throws Exception {
        String key =
                Files.readString(folder.resolve("home/.ssh/id_ed25519.pub")).strip();
        Files.writeString(users(), users.replace("/", "\n").replace("KEY", key) + "\n");
        if (site != null) {
            Files.writeString(folder.resolve("site-signers"), site.replace("KEY", key) + "\n");
        }
        ImageRecord signed = signer.sign(record("sha256:3"), signer.defaultKey(), claim);
        assertThat(signer.check(signed)).singleElement().satisfies(checked -> {
            assertThat(checked.standing()).isEqualTo(Standing.GOOD);
            assertThat(checked.signer()).isEqualTo(who);
        });
        assertThat(signer.by(who, signed)).isPresent();
        assertThat(signer.check(
                        record("sha256:4").withSignature(signed.signatures().getFirst())))
                .extracting(Checked::standing)
                .containsExactly(Standing.BAD);
    }

    @Test
    void aLockedKeyAndNoKeyAreTold() {
        assertThatThrownBy(() -> signer.sign(record("sha256:3"), folder.resolve("home/.ssh/locked"), "me"))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.key()).isEqualTo("not-signed"));
        assertThatThrownBy(() -> new RecordSigner(new LocalHost(), folder.resolve("nobody"), java.util.Optional.empty())
                        .defaultKey())
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.key()).isEqualTo("no-signing-key"));
    }

    @Test
    void theSitesListCountsAndTheProjectsDoesNot() throws Exception {
        ImageRecord signed = signer.sign(record("sha256:3"), signer.defaultKey(), "boss");
        Files.delete(users());
        Path key = folder.resolve("home/.ssh/id_ed25519.pub");
        Path beside = Files.writeString(
                project.folder().resolve(RecordSigner.ALLOWED), "anybody@all.org " + Files.readString(key));
        assertThat(signer.check(signed)).extracting(Checked::standing).containsExactly(Standing.UNKNOWN);
        assertThat(RecordSigner.besideProject(project)).contains(beside);
        Path site = Files.writeString(folder.resolve("site-signers"), "chief@desy.de " + Files.readString(key));
        assertThat(signer.check(signed))
                .containsExactly(new Checked("chief@desy.de", Standing.GOOD, java.util.Optional.of(site)));
        assertThat(signer.lists()).containsExactly(users(), site);
    }
}
