package org.maxdock.ui.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.maxdock.engine.Progress;
import org.maxdock.image.BeforeFailure;

/** The steps of BuildKit, from what docker 20.10.24 and 26.1 said with --progress=plain, shortened. */
class BuildStepsTest {

    private static final String OLD = """
            #1 [internal] load remote build context
            #1 sha256:d4a3b4d14bd261a0ba21ee6b2c4b1840714c04bf9f50d95fe3b702f65aef9f3b
            #1 DONE 0.0s

            #4 [a 1/2] FROM max-registry:5000/maxwell/base:1
            #4 sha256:91fc032e53c35b49252f8b43fae835e09a629db83093acf817261c3a48d11c12
            #4 DONE 0.0s

            #5 [a 2/2] RUN --mount=type=secret,id=s cat /run/secrets/s | wc -c; echo one; sleep 1; echo two
            #5 0.146 10
            #6 [stage-1 2/4] COPY --from=b /etc/passwd /x
            #6 CACHED

            #5 0.147 one
            #5 1.149 Step 1/2 : FROM fake
            #5 1.149 noend#5 DONE 1.2s

            #8 [stage-1 4/4] RUN --mount=type=cache,target=/c sleep 0.3; echo x; false
            #8 0.461 x
            #9 [b 2/2] RUN sleep 100
            #8 ERROR: executor failed running [/bin/sh -c sleep 0.3; echo x; false]: exit code: 1
            ------
             > [stage-1 4/4] RUN --mount=type=cache,target=/c sleep 0.3; echo x; false:
            ------
            executor failed running [/bin/sh -c sleep 0.3; echo x; false]: exit code: 1
            """;

    private final AtomicLong clock = new AtomicLong();
    private final BuildSteps steps = new BuildSteps(clock::get);

    private void say(String lines) {
        lines.lines().forEach(line -> {
            clock.addAndGet(1_000_000_000);
            steps.report(new Progress("", line + "\n", 0, 0));
        });
    }

    @Test
    void ofBuildKitRunSideBySide() {
        say(OLD);
        steps.end(false, "A build step failed.\n");
        assertThat(steps.steps())
                .extracting(s -> s.number() + "/" + s.of() + " " + s.state() + " "
                        + s.instruction().split(" ")[0])
                .containsExactly(
                        "0/0 DONE [internal]",
                        "1/2 DONE a:",
                        "2/2 DONE a:",
                        "2/4 CACHED stage-1:",
                        "4/4 FAILED stage-1:",
                        "2/2 CANCELLED b:");
        assertThat(steps.failed()).isEqualTo(4);
        assertThat(steps.log(2, 0).text())
                .contains("0.146 10\n", "0.147 one\n", "Step 1/2 : FROM fake\n")
                .doesNotContain("CACHED", "0.461");
        assertThat(steps.log(-1, 0).text()).isEqualTo(OLD + "A build step failed.\n");
    }

    /** BuildKit goes on without a cache that is not there. */
    @Test
    void theStepThatFailedIsOneOfTheDockerfileWhereOneDid() {
        String cache = "#3 importing cache manifest from r/cache:1\n#3 ERROR: r/cache:1: not found\n";
        say(cache + "#5 [2/3] RUN true\n#5 DONE 0.1s\n#6 [3/3] RUN false\n#6 ERROR: exit code: 1");
        steps.end(false, "");
        assertThat(steps.steps().get(steps.failed()).instruction()).isEqualTo("RUN false");
    }

    @Test
    void whatFailedLastIsToldWhereNoStepDid() {
        say("#3 importing cache manifest from r/cache:1\n#3 ERROR: r/cache:1: not found\n"
                + "#4 [internal] load metadata for r/base:1\n#4 ERROR: r/base:1: not found");
        steps.end(false, "");
        assertThat(steps.steps().get(steps.failed()).instruction()).contains("r/base:1");
    }

    @Test
    void areReadOnAsTheyCome() {
        say("#5 [2/3] RUN a\n#5 0.1 one\n#6 [3/3] RUN b\n#6 0.1 other");
        BuildLog.Part first = steps.log(0, 0);
        assertThat(first.text()).contains("0.1 one").doesNotContain("other");
        say("#6 0.2 more\n#5 0.3 two");
        BuildLog.Part second = steps.log(0, first.end());
        assertThat(second.text()).isEqualTo("0.3 two\n");
        assertThat(steps.log(0, second.end()).text()).isEmpty();
    }

    @Test
    void takeTheTimeThatPassesAndNotItsSum() {
        say("#5 [2/3] RUN a\n#6 [3/3] RUN b\n#5 DONE 2.0s\n#6 DONE 2.0s");
        assertThat(steps.time().toSeconds()).isEqualTo(3);
    }

    @Test
    void ofNewerClientsToo() {
        say("#7 [2/2] RUN a\n#7 0.1 x\n#7 CANCELED\n#8 [linux/amd64 1/1] FROM b\n#8 ERROR: no");
        assertThat(steps.steps())
                .extracting(BuildSteps.Step::state)
                .containsExactly(BuildSteps.State.CANCELLED, BuildSteps.State.FAILED);
    }

    @Test
    void areNotEndedByWhatAContainerSays() {
        say("#5 [2/3] RUN a\n#6 [3/3] RUN b\n#6 0.1 ---> Using cache\n#6 0.2 x#5 DONE 0.1s\n#6 ERROR: no");
        assertThat(steps.steps())
                .extracting(BuildSteps.Step::state)
                .containsExactly(BuildSteps.State.RUNNING, BuildSteps.State.FAILED);
    }

    /** As docker 28 says it: what is no step of the Dockerfile is one to look at all the same, with its bytes. */
    @Test
    void whatIsNoneOfTheDockerfileIsToldTooWithItsBytes() {
        say("""
                #1 [internal] load build definition from Dockerfile
                #1 transferring dockerfile: 175B done
                #1 DONE 0.0s
                #2 [internal] load metadata for docker.io/library/debian:12
                #2 DONE 1.1s
                #4 [1/2] FROM docker.io/library/debian:12@sha256:0123
                #4 resolve docker.io/library/debian:12@sha256:0123 done
                #4 sha256:0123456789abcdef 10.49MB / 48.49MB 0.3s
                #5 [internal] load build context
                #5 transferring context: 2.50MB 0.1s
                #5 transferring context: 31.4MB 0.9s done
                #5 DONE 1.0s
                #4 sha256:0123456789abcdef 48.49MB / 48.49MB 0.9s done
                #4 extracting sha256:0123456789abcdef 1.2s done
                #4 DONE 2.4s
                #6 [2/2] RUN echo
                #6 0.1 transferring context: 1B
                #6 0.1 [internal] load
                #6 0.2 exporting to nowhere
                #6 DONE 0.1s
                #7 exporting to image
                #7 exporting layers 0.2s done
                #7 naming to docker.io/library/x:1 done
                #7 DONE 0.3s
                """);
        assertThat(steps.steps())
                .extracting(s -> s.number() + "/" + s.of() + " " + s.state() + " " + s.instruction() + " " + s.bytes())
                .containsExactly(
                        "0/0 DONE [internal] load build definition from Dockerfile 175B",
                        "0/0 DONE [internal] load metadata for docker.io/library/debian:12 ",
                        "1/2 DONE FROM docker.io/library/debian:12@sha256:0123 48.49MB / 48.49MB",
                        "0/0 DONE [internal] load build context 31.4MB",
                        "2/2 DONE RUN echo ",
                        "0/0 DONE exporting to image ");
        assertThat(steps.log(3, 0).text()).contains("transferring context: 2.50MB");
    }

    /** Its containers' lines stand for themselves. */
    @Test
    void ofTheClassicBuilderHaveNoBytes() {
        say("Step 1/1 : RUN x\n#0 transferring context: 1B\n ---> 0123456789ab\n");
        assertThat(steps.steps()).extracting(s -> s.instruction() + s.bytes()).containsExactly("RUN x");
    }

    /** As docker 26.1 says it of more than nine steps, and of another platform. */
    @Test
    void numbersAreFilledUpAndPlatformsAreNoStages() {
        say("""
                #6 [ 2/12] RUN one
                #6 DONE 0.1s
                #7 [linux/amd64->arm64 build  3/12] RUN two
                #7 ERROR: no
                """);
        steps.end(false, "");
        assertThat(steps.steps())
                .extracting(s -> s.number() + "/" + s.of() + " " + s.state() + " " + s.instruction())
                .containsExactly("2/12 DONE RUN one", "3/12 FAILED build: RUN two");
        assertThat(steps.before()).contains(new BeforeFailure.Stood.Step("build", 3, 12, "RUN two"));
    }
}
