package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.host.Command;
import org.maxdock.host.local.LocalHost;
import org.maxdock.image.identity.ChangedRecords;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.IdentityText;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.launch.DockerScript;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.LaunchScript;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.launch.RunMode;
import org.maxdock.slurm.Mark;
import org.maxdock.store.Site;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Where somebody must have signed what is started, nothing else is started; by the real ssh-keygen. */
class SignatureDemandsTest {

    private static final String BOSS = "boss@desy.de";

    @TempDir
    Path folder;

    private RecordSigner signer;
    private Path key;

    @BeforeEach
    void keys() throws Exception {
        Path ssh = Files.createDirectories(folder.resolve("home/.ssh"));
        key = ssh.resolve("id_ed25519");
        assertThat(new LocalHost()
                        .run(Command.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()))
                        .ok())
                .isTrue();
        Files.writeString(
                ssh.resolve(RecordSigner.ALLOWED), BOSS + " " + Files.readString(ssh.resolve("id_ed25519.pub")));
        signer = new RecordSigner(new LocalHost(), folder.resolve("home"), Optional.empty());
    }

    private static Site site(String... signedBy) {
        return new Site(
                "test",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(signedBy),
                Optional.empty());
    }

    private static ImageRecord record(String layer) {
        return ImageRecord.of(
                ImageReference.parse("i:1"),
                new Identity(
                        List.of(),
                        "sha256:" + "1".repeat(64),
                        "sha256:1",
                        "",
                        List.of(layer),
                        RunConfiguration.NONE,
                        "linux/amd64"),
                Instant.parse("2026-01-02T03:04:05Z"),
                "max-wgs",
                "me\nand 'others'");
    }

    private static Launch launch(String... signedBy) {
        return new Launch(
                        "test",
                        ImageReference.parse("i:1"),
                        List.of(),
                        List.of(),
                        RunMode.ME,
                        LaunchPlace.Allocation.of("", 1, ""),
                        List.of("true"),
                        "")
                .withSignedBy(List.of(signedBy));
    }

    private ImageRecord signed(String layer) throws Trouble {
        return signer.sign(record(layer), key, "whoever");
    }

    @Test
    void siteProjectAndLaunchCanEachDemandIt() throws Exception {
        assertThat(new SignatureDemands(signer, site()).met(launch(), record("a"), List.of()))
                .isEmpty();
        assertOnlySigned(site(BOSS), launch(), List.of());
        assertOnlySigned(site(), launch(), List.of(BOSS));
        assertOnlySigned(site(), launch(BOSS), List.of());
        assertOnlySigned(site(BOSS), launch(BOSS), List.of(BOSS));
    }

    private void assertOnlySigned(Site site, Launch launch, List<String> ofProject) throws Exception {
        SignatureDemands demands = new SignatureDemands(signer, site);
        assertThat(demands.met(launch, signed("a"), ofProject))
                .extracting(RecordSignature::signer)
                .containsExactly(BOSS);
        assertThatThrownBy(() -> demands.met(launch, record("a"), ofProject))
                .isInstanceOfSatisfying(
                        Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.SIGNATURE_DEMANDED));
        assertThat(demands.checks(launch, signed("a"), ofProject))
                .extracting(PreflightCheck::state)
                .containsExactly(PreflightCheck.Outcome.OK);
        assertThat(demands.checks(launch, record("a"), ofProject))
                .extracting(PreflightCheck::state)
                .containsExactly(PreflightCheck.Outcome.FAILS);
    }

    /** ssh-keygen(1), ALLOWED SIGNERS: principals is a list of patterns. */
    @Test
    void whoHasSeveralNamesOrSeveralKeysIsEachOfThem() throws Exception {
        String mine = Files.readString(Path.of(key + ".pub"));
        Path other = folder.resolve("home/.ssh/other");
        assertThat(new LocalHost()
                        .run(Command.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", other.toString()))
                        .ok())
                .isTrue();
        String second = Files.readString(Path.of(other + ".pub"));
        Path list = folder.resolve("home/.ssh").resolve(RecordSigner.ALLOWED);
        SignatureDemands demands = new SignatureDemands(signer, site());
        for (String lines : List.of(
                "first@x," + BOSS + " " + mine,
                BOSS + " " + second + BOSS + " " + mine,
                "other@x " + second + "*@desy.de " + mine,
                "# a comment\n\n" + BOSS + " namespaces=\"" + RecordSignature.NAMESPACE + "\" " + mine)) {
            Files.writeString(list, lines);
            assertThat(demands.met(launch(BOSS), signed("a"), List.of()))
                    .as(lines)
                    .hasSize(1);
        }
        for (String lines : List.of(
                "!" + BOSS + ",*@desy.de " + mine,
                BOSS + " " + second,
                BOSS + " namespaces=\"git\" " + mine,
                BOSS + " valid-before=\"20200101\" " + mine,
                "broken",
                "")) {
            Files.writeString(list, lines);
            assertRefused(demands, launch(BOSS), signed("a"));
        }
    }

    @Test
    void whatIsShownIsWhatWasFoundWhenSomebodyLookedLast() throws Exception {
        SignatureDemands demands = new SignatureDemands(signer, site());
        ImageRecord record = signed("a");
        assertThat(demands.known(launch(BOSS), record, List.of()))
                .extracting(RecordSignature::signature)
                .containsExactly("");
        List<RecordSignature> met = demands.met(launch(BOSS), record, List.of());
        assertThat(demands.known(launch(BOSS), record, List.of())).isEqualTo(met);
        Files.delete(folder.resolve("home/.ssh").resolve(RecordSigner.ALLOWED));
        assertRefused(demands, launch(BOSS), record);
        assertThat(demands.known(launch(BOSS), record, List.of())).isNotEqualTo(met);
    }

    private static void assertRefused(SignatureDemands demands, Launch launch, ImageRecord record) {
        assertThatThrownBy(() -> demands.met(launch, record, List.of()))
                .isInstanceOfSatisfying(
                        Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.SIGNATURE_DEMANDED));
    }

    @Test
    void whoOnlySaysThatTheyAreTheOneAreNot() throws Exception {
        SignatureDemands demands = new SignatureDemands(signer, site());
        assertRefused(demands, launch("whoever"), signed("a"));
        assertRefused(demands, launch(BOSS, "second@desy.de"), signed("a"));
        assertRefused(
                demands,
                launch(BOSS),
                record("b").withSignature(signed("a").signatures().getFirst()));
    }

    @Test
    void namesThatMeanManyAreNone() {
        for (String name : List.of("*", "a,b", "a b", "!x", "", "a?", "\"x\"", "#x", "a\nb")) {
            assertThatThrownBy(() -> launch(name)).isInstanceOf(InvalidValue.class);
        }
    }

    /** What a node does, with what docker says of its image. */
    @Test
    void theScriptHoldsWhatIsThereAgainstTheSignature() throws Exception {
        ImageRecord record = signed("sha256:" + "3".repeat(64));
        List<RecordSignature> met = new SignatureDemands(signer, site()).met(launch(BOSS), record, List.of());
        LaunchPlan plan = new LaunchPlan(launch(BOSS), record, Mark.fresh(), met);
        String script = new LaunchScript(new DockerScript()).write(plan);
        assertThat(plan.holdsSigned(script)).isTrue();
        assertThat(plan.holdsSigned(script.replace("check-novalidate", "verify")))
                .isFalse();
        assertThat(node(script, record)).isEqualTo("0 ran");
        ImageRecord other = record("sha256:" + "4".repeat(64));
        assertThat(node(script, other)).startsWith("3 ").doesNotContain("ran");
        String recordChanged = script.replace("3".repeat(64), "4".repeat(64));
        assertThat(node(recordChanged, other)).startsWith("3 ").contains("is not what was signed");
        String idChanged = script.replace("1".repeat(64), "2".repeat(64));
        assertThat(node(idChanged, record)).startsWith("3 ").contains("is not what was signed");
    }

    /** The status of a step on a node that has an image, and what it says. */
    private String node(String script, ImageRecord has) throws Exception {
        Path inspect = Files.writeString(
                folder.resolve("inspect"), has.identity().id() + "\n" + IdentityText.content(has.identity()) + "\n");
        Path docker = folder.resolve("docker");
        Files.writeString(docker, "#!/bin/bash\ncase $1 in image) cat '" + inspect + "' ;; esac\n");
        assertThat(docker.toFile().setExecutable(true)).isTrue();
        ProcessBuilder bash = new ProcessBuilder(
                        "bash", "-c", script.replace("\nmain\n", "\nrecorded_image; echo ran\n"))
                .redirectErrorStream(true);
        bash.environment().put("PATH", folder + ":/usr/bin:/bin");
        Process running = bash.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return running.waitFor() + " " + said.strip();
    }

    /** Nobody knows what a script of the user's own starts. */
    @Test
    void whatIsDemandedOfEverythingIsDemandedOfAScriptToo() {
        assertThat(new SignatureDemands(signer, site(BOSS)).always(List.of("second", BOSS)))
                .containsExactly(BOSS, "second");
        assertThat(new SignatureDemands(signer, site()).always(List.of())).isEmpty();
    }

    /** Whatever of it somebody changes: not only is the signature another one's, nothing is started of it. */
    @Test
    void aSignedRecordThatIsChangedInAnyValueIsRefused() throws Exception {
        ImageRecord signed = signer.sign(ChangedRecords.record(), key, "boss");
        SignatureDemands demands = new SignatureDemands(signer, site(BOSS));
        Launch launch = new Launch(
                "changed",
                signed.reference(),
                List.of(),
                List.of(),
                RunMode.ISOLATED,
                new LaunchPlace.OnServer(),
                List.of("true"),
                "");
        assertThat(demands.met(launch, signed, List.of())).hasSize(1);
        Map<String, ImageRecord> all = ChangedRecords.of(signed);
        assertThat(all).hasSizeGreaterThan(30);
        for (Map.Entry<String, ImageRecord> one : all.entrySet()) {
            assertThat(signer.check(one.getValue()))
                    .as(one.getKey())
                    .extracting(RecordSigner.Checked::standing)
                    .containsExactly(RecordSigner.Standing.BAD);
            assertThatThrownBy(() -> demands.met(launch, one.getValue(), List.of()))
                    .as(one.getKey())
                    .isInstanceOfSatisfying(
                            Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.SIGNATURE_DEMANDED));
        }
        for (Map.Entry<String, ImageRecord> later :
                ChangedRecords.givenLater(signed).entrySet()) {
            assertThat(demands.met(launch, later.getValue(), List.of()))
                    .as(later.getKey())
                    .hasSize(1);
        }
    }
}
