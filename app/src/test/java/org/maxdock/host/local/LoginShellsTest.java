package org.maxdock.host.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.host.shell.QuietLogin;
import org.maxdock.lab.Hostile;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Whatever an account's login shell is and its start-up files do, what is asked is what runs, and what it says is read.
 */
@Timeout(60)
class LoginShellsTest {

    private static final String NOISE = "echo 'Welcome, today'; echo careful >&2\n";

    @TempDir
    Path home;

    /** All start-up files of all shells print, and those of the account's own shell read a line. */
    private AccountHost noisy(String shell) throws Exception {
        return new AccountHost(shell, home)
                .file(".bashrc", NOISE + "read -r answer; echo \"not $answer\"\nalias printf=true exec=true\n")
                .file(
                        ".bash_profile",
                        NOISE + "read -r answer\nset -eu; IFS=maxdock; shopt -s expand_aliases; alias exec=true\n")
                .file(".zshenv", NOISE + "read -r answer\nalias bash=false env=false\n")
                .file(".zprofile", NOISE)
                .file(".config/fish/config.fish", "echo Welcome; echo careful >&2; read answer\nalias bash=false\n")
                .file(".tcshrc", "echo Welcome; sh -c 'echo careful >&2'; set answer = $<\nalias bash false\n")
                .file(".cshrc", "echo Welcome; sh -c 'echo careful >&2'; set answer = $<\n")
                .file(".profile", NOISE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish", "tcsh", "csh", "ksh", "mksh", "dash"})
    void aScriptItsArgumentsItsInputAndItsOutputsPassThroughUnchanged(String shell) throws Exception {
        Host host = noisy(shell);
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Hostile hostile = new Hostile(seed);
        for (int i = 0; i < 10; i++) {
            String[] words = Stream.generate(hostile::any)
                    .limit(random.nextInt(1 << i) + 1L)
                    .toArray(String[]::new);
            byte[] input = new byte[random.nextInt(100_000)];
            random.nextBytes(input);
            Output output =
                    host.run(Command.script("printf '%s\\0' \"$@\"; cat; echo \"it's $# ! \\\\\" >&2; exit 7", words)
                            .withInput(input));
            byte[] expected = RawText.bytes(String.join("\0", words) + "\0");
            assertThat(output.bytes()).as("seed %d", seed).hasSize(expected.length + input.length);
            assertThat(output.bytes()).as("seed %d", seed).startsWith(expected).endsWith(input);
            assertThat(output.errors()).isEqualTo("it's " + words.length + " ! \\\n");
            assertThat(output.status()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish", "tcsh", "csh", "ksh", "mksh", "dash"})
    void aTerminalBeginsWithWhatRunsInIt(String shell) throws Exception {
        Command asks = Command.script("printf 'it is %s ' \"$1\"; stty size; read -r line; echo \"<$line>\"", "me");
        try (Terminal terminal = noisy(shell).openTerminal(asks, 97, 31)) {
            assertThat(terminal.output().readNBytes(14)).asString().isEqualTo("it is me 31 97");
            terminal.input().write("typed\n".getBytes(StandardCharsets.UTF_8));
            terminal.input().flush();
            assertThat(new String(terminal.output().readAllBytes(), StandardCharsets.UTF_8))
                    .endsWith("<typed>\r\n");
            assertThat(terminal.await()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec fish",
                "exec zsh -l",
                "exec tcsh -l",
                "exit 3",
                "set -n",
                "kill -TERM $$",
                "exec >/dev/null 2>&1",
                "exec <&-",
                "set -euxv; unset HOME; false",
                "return 1",
                "shopt -s extdebug nullglob failglob; trap 'echo $BASH_COMMAND' DEBUG; trap 'echo bye' EXIT",
                "export SHELLOPTS BASHOPTS; set -xve; shopt -s nullglob",
                "export BASH_ENV=$HOME/noise ENV=$HOME/noise POSIXLY_CORRECT=1",
                "printf() { echo mine; }; cat() { echo mine; }; export -f printf cat",
                "cd /; umask 077; readonly LC_ALL=de_DE.UTF-8 line=1 name=2",
                "(while sleep 0.01; do echo late; done) & sleep 0.05; kill $!",
            })
    void whateverTheStartUpFilesDoTheScriptRuns(String does) throws Exception {
        Host host = new AccountHost("bash", home)
                .file("noise", NOISE)
                .file(".bash_profile", "export FROM_PROFILE=yes\n" + does + "\n");
        for (int i = 0; i < 2; i++) {
            Output output = host.run(Command.script("echo \"$1\" *nothing* $-; cat; bash -c 'echo inner'", "a  b")
                    .withInput("in".getBytes(StandardCharsets.UTF_8)));
            assertThat(output.errors()).isEmpty();
            assertThat(output.text()).matches("a {2}b \\*nothing\\* [a-zA-Z]+\nininner\n");
        }
    }

    /** As bash itself has it, whose reading of them does not end where one ends with a status. */
    @Test
    void whatTheyExportIsKnownAlsoWhereTheyEndWithAStatus() throws Exception {
        Host host =
                new AccountHost("bash", home).file(".bash_profile", "export OWN=yes\nset -e\n[ -f /none ] && true\n");
        assertThat(host.run(Command.script("echo $OWN").asUser()).text()).isEqualTo("yes\n");
    }

    /** It is read by each script that the user's is, and not by ours around it. */
    @Test
    void whatIsReadBeforeEachScriptDoesNotPrintIntoTheAnswer() throws Exception {
        Host host = new AccountHost("bash", home)
                .file("noise", "echo read; HEARD=yes\n")
                .file(".bash_profile", "export BASH_ENV=\"$HOME/noise\"\n");
        Output output = host.run(Command.script("echo \"$1\" \"${BASH_ENV##*/}\"; bash -c 'echo inner $HEARD'", "it's")
                .asUser());
        assertThat(output.text()).isEqualTo("it's noise\nread\ninner yes\n");
    }

    @Test
    void whatTheLoginShellKnowsIsKnownWhereItComesToItsEnd() throws Exception {
        Host host = new AccountHost("zsh", home)
                .file(".bash_profile", "export DOCKER_HOST=tcp://localhost:2376; cd /usr; umask 027")
                .file(".zshenv", "export FROM_ZSH=yes");
        assertThat(host.run(Command.script("echo $DOCKER_HOST $FROM_ZSH $PWD; umask"))
                        .text())
                .isEqualTo("tcp://localhost:2376 yes /usr\n0027\n");
    }

    @ParameterizedTest
    @CsvSource({
        "#!/bin/sh\\necho This account is currently not available.; exit 1, ACCOUNT_WITHOUT_SHELL",
        "#!/bin/false, ACCOUNT_WITHOUT_SHELL",
        "#!/bin/sh\\necho Password change required but no TTY available. >&2; exit 1, PASSWORD_EXPIRED",
        "#!/bin/sh\\necho 'you may only transfer files' >&2; exit 128, OTHER_COMMAND",
        "#!/bin/sh\\nexec yes, START_UP_FLOODS",
        "#!/bin/sh\\nexec yes >&2, START_UP_FLOODS",
    })
    void whatRunsInsteadIsTold(String program, TroubleKind kind) throws Exception {
        Path shell = home.resolve("shell");
        Files.writeString(shell, program.replace("\\n", "\n") + "\n");
        assertThat(shell.toFile().setExecutable(true)).isTrue();
        Host host = new AccountHost(shell.toString(), home);
        assertThat(catchThrowableOfType(Trouble.class, () -> host.run(Command.of("true")))
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void startUpFilesThatHangAreTold() throws Exception {
        Host host = new AccountHost("bash", home)
                .waiting(Duration.ofSeconds(2))
                .file(".bashrc", "cat >/dev/null; sleep 100");
        assertThat(catchThrowableOfType(Trouble.class, () -> host.run(Command.of("true")))
                        .kind())
                .isEqualTo(TroubleKind.START_UP_HANGS);
    }

    @Test
    void cancellingEndsTheWaitForAScriptToBegin() throws Exception {
        Host host = new AccountHost("bash", home).file(".bash_profile", "echo $$ > \"$HOME/began\"; sleep 101");
        Cancellation cancellation = new Cancellation();
        Thread.ofVirtual().start(() -> {
            try {
                WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Files.exists(home.resolve("began")));
            } catch (TimeoutException e) {
                throw new IllegalStateException(e);
            }
            cancellation.cancel();
        });
        assertThat(catchThrowableOfType(Trouble.class, () -> host.run(Command.of("true"), cancellation))
                        .kind())
                .isEqualTo(TroubleKind.CANCELLED);
    }

    @Test
    void whereNoMarkIsAwaitedStartUpFilesPrintNothing() throws Exception {
        Host host = noisy("bash");
        String[] words = QuietLogin.words(
                        "printf '<%s>' \"$0\" \"$@\"; cat; echo e >&2; exit 7", List.of("a  b", "", "it's"))
                .toArray(String[]::new);
        Output output = host.run(Command.of(words).withInput("in".getBytes(StandardCharsets.UTF_8)));
        assertThat(output.text()).isEqualTo("<bash><a  b><><it's>in");
        assertThat(output.errors()).isEqualTo("e\n");
        assertThat(output.status()).isEqualTo(7);
    }

    private Output quiet(String profile, String script, String... arguments) throws Exception {
        return quiet(profile, QuietLogin.words(script, List.of(arguments)));
    }

    private Output quiet(String profile, List<String> words) throws Exception {
        return quiet(profile, words, Map.of());
    }

    private Output quiet(String profile, List<String> words, Map<String, String> exported) throws Exception {
        ProcessBuilder process = new ProcessBuilder(words);
        process.environment().clear();
        process.environment().putAll(Map.of("HOME", home.toString(), "PATH", "/usr/bin:/bin", "FIRST", "set"));
        process.environment().putAll(Map.of("SLURM_JOB_ID", "7", "SLURM_JOB_NAME", "a  'b'\n$c"));
        process.environment().putAll(exported);
        Files.writeString(home.resolve(".bash_profile"), profile + "\n");
        try (Running running = new LocalRunning(process.start())) {
            running.input().write("in".getBytes(StandardCharsets.UTF_8));
            running.input().close();
            return CancellableOutput.collect(running);
        }
    }

    /** On a busy machine it takes longer to read what they set than it took them to set it. */
    @Test
    void whatStartUpFilesSetIsReadToItsEndHoweverLongThatTakes() throws Exception {
        List<String> words = QuietLogin.words("printf %s \"$ALSO\"; printf %s \"${#LONG14}\"", List.of()).stream()
                .map(word -> word.replace(" -t 1 ", " -t 0.01 ").replace("_n == 60)", "_n == 6000)"))
                .toList();
        Output output = quiet(
                "for ((n = 0; n < 15; n++)); do printf -v LONG$n '%0100000d' $n; export LONG$n; done; export ALSO=set",
                words);
        assertThat(output.errors()).isEmpty();
        assertThat(output.text()).isEqualTo("set100000");
    }

    /** Who stands in a folder is not at the beginning of a login, from where start-up files go elsewhere. */
    @ParameterizedTest
    @ValueSource(strings = {"a folder", "it's $(me)", "-p", "."})
    void whereStartUpFilesGoIsForWhoComesFromHome(String name) throws Exception {
        Path folder = Files.createDirectories(home.resolve(name));
        Files.writeString(home.resolve(".bash_profile"), "cd() { echo mine; }; export -f cd; builtin cd /usr\n");
        ProcessBuilder process = new ProcessBuilder(QuietLogin.words("printf %s \"$PWD\"", List.of()));
        process.environment().put("HOME", home.toString());
        try (Running running =
                new LocalRunning(process.directory(folder.toFile()).start())) {
            running.input().close();
            assertThat(CancellableOutput.collect(running).text())
                    .isEqualTo(name.equals(".") ? "/usr" : folder.toString());
        }
    }

    /** A shell of ours gives a variable that has come to it exported to all that it starts (bash(1), ENVIRONMENT). */
    @Test
    void whatHasBeenExportedIsNotOursWhateverItsName() throws Exception {
        List<String> names = List.of("settings", "report", "part", "pid", "n", "name", "ask", "script", "line");
        Map<String, String> exported = names.stream().collect(Collectors.toMap(n -> n, n -> "my " + n));
        List<String> words = QuietLogin.words(
                "for v; do printf '<%s>' \"${!v-}\"; done; ask; printf '<%s>' \"$MAXDOCK_STEP\" \"$SLURM_JOB_ID\"",
                names);
        Map<String, String> all = new TreeMap<>(exported);
        all.putAll(Map.of("BASH_FUNC_ask%%", "() { printf '<asked>'\n}", "MAXDOCK_STEP", "7-1"));
        Output output = quiet("true", words, all);
        assertThat(output.errors()).isEmpty();
        assertThat(output.text())
                .isEqualTo(names.stream().map(n -> "<my " + n + ">").collect(Collectors.joining()) + "<asked><7-1><7>");
    }

    /** What is set there for one's own use of srun would be set for each step that a launch makes, too. */
    @Test
    void whichJobItIsAndHowStepsAreMadeIsNotForStartUpFilesToSay() throws Exception {
        Output output = quiet(
                "export SRUN_CPUS_PER_TASK=64 SLURM_TIMELIMIT=10 SLURM_JOB_ID=9 SLURM_CONF=/x OTHER=y "
                        + "job='echo wrong' settings='echo wrong' name='echo wrong' report='echo wrong'",
                "printf '<%s>' \"${SRUN_CPUS_PER_TASK-}\" \"${SLURM_TIMELIMIT-}\" \"$SLURM_JOB_ID\" "
                        + "\"$SLURM_JOB_NAME\" \"$SLURM_CONF\" \"$OTHER\""
                        + " \"$job$settings$name$report\"; env | grep -c ^SLURM_JOB_ID=7");
        assertThat(output.text()).isEqualTo("<><><7><a  'b'\n$c></x><y><echo wrongecho wrongecho wrongecho wrong>1\n");
    }

    /** SLURM says which GPUs those are that it granted; where it granted none, the user may say what they like. */
    @ParameterizedTest
    @CsvSource({"SLURM_STEP_GPUS, 1", "SLURM_JOB_GPUS, 1", "SLURM_GPUS_ON_NODE, 1", "OTHER, 7"})
    void whichGpusWereGrantedIsNotForStartUpFilesToSay(String granted, String gpu) throws Exception {
        Output output = quiet(
                "export CUDA_VISIBLE_DEVICES=7 GPU_DEVICE_ORDINAL=7",
                QuietLogin.words("printf '<%s>' \"$CUDA_VISIBLE_DEVICES\" \"$GPU_DEVICE_ORDINAL\"", List.of()),
                Map.of("CUDA_VISIBLE_DEVICES", "1", granted, "1"));
        assertThat(output.text()).isEqualTo("<" + gpu + "><7>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec zsh -l",
                "exec fish",
                "exec tcsh -l",
                "exit 0",
                "exit 3",
                "kill -TERM $$",
                "sleep 61 & exit 0",
                "set -n",
            })
    void onANodeTheScriptRunsThoughStartUpFilesEndTheShellAndThatIsTold(String does) throws Exception {
        Output output = quiet(does, "printf '<%s>' \"$0\" \"$@\"; cat; exit 7", "a  b", "", "it's");
        assertThat(output.text()).isEqualTo("<bash><a  b><><it's>in");
        assertThat(output.errors())
                .contains("end bash, put another shell in its place, or")
                .hasLineCount(1);
        assertThat(output.status()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sleep 1000",
                "while :; do :; done",
                "trap '' TERM HUP; sleep 1000; true",
                "( bash -c 'sleep 1000; true'; true )"
            })
    void onesThatNeverEndAreNotWaitedForWithoutEnd(String does) throws Exception {
        List<String> words = QuietLogin.words("printf in; exit 7", List.of()).stream()
                .map(word -> word.replace("++_maxdock_n == 60", "++_maxdock_n == 2"))
                .toList();
        Output output = quiet(does, words);
        assertThat(output.text()).isEqualTo("in");
        assertThat(output.errors()).contains("take more than a minute").hasLineCount(1);
        assertThat(output.status()).isEqualTo(7);
        assertThat(ProcessHandle.allProcesses()
                        .filter(p -> p.info().commandLine().orElse("").endsWith("sleep 1000")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read -r answer",
                "seq 1 200000; seq 1 200000 >&2",
                "sleep 61 &",
                "exec >/dev/null 2>&1; exec <&-",
                "set -eu; IFS=xV; shopt -s expand_aliases; alias exec=false printf=false",
                "export SHELLOPTS BASHOPTS; set -xv",
                "export BASH_ENV=$HOME/.bash_profile POSIXLY_CORRECT=1",
                "export() { :; }; export -f export 2>/dev/null; declare -x V; readonly V",
            })
    void onANodeWhatStartUpFilesSetIsKnown(String does) throws Exception {
        String sets = "export V=$'a b\\n\\'c'; hello() { echo \"hi $1\"; }; export -f hello; cd /usr; "
                + "umask 027; unset FIRST\n";
        Output output = quiet(
                sets + does, "printf '<%s>' \"$V\" \"${FIRST-unset}\" \"$(umask)\" \"$(hello you)\"; cat; exit 7");
        assertThat(output.text()).isEqualTo("<a b\n'c><unset><0027><hi you>in");
        assertThat(output.errors()).isEmpty();
        assertThat(output.status()).isEqualTo(7);
    }
}
