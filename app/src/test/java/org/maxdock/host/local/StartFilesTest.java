package org.maxdock.host.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.shell.ScriptCleanup;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What start-up files leave behind reaches neither the script nor who waits for its end. */
@Timeout(60)
class StartFilesTest {

    @TempDir
    Path home;

    /** It has nothing of what the script writes to, or that would not end before it does. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nohup sleep 71 >/dev/null 2>&1 &",
                "sleep 71 </dev/null >/dev/null 2>&1 &",
                "(exec sleep 71) </dev/null &>/dev/null & disown",
                "setsid -f sleep 71 >/dev/null 2>&1",
                "sleep 71 &",
                "(sleep 71; true) &",
                "{ sleep 71; true; } >/dev/null 2>&1 &",
                "watch() { while sleep 71; do echo late; done; }; watch &",
                "exec 5> >(sleep 71; true)",
                "coproc { sleep 71; true; }",
                "setsid -f sleep 71",
                "set -m; (sleep 71; true) & disown",
                "(sleep 71; true) & exit 3",
                "(sleep 71; true) & exec zsh -l",
            })
    @Timeout(20)
    void whatStartUpFilesLeaveRunningIsNotWaitedFor(String starts) throws Exception {
        Host host = new AccountHost("bash", home).file(".bash_profile", starts + "\n");
        try {
            Output output = host.run(Command.script("cat; echo e >&2; exit 7").withInput(new byte[] {'i'}));
            assertThat(output.text()).isEqualTo("i");
            assertThat(output.errors()).isEqualTo("e\n");
            assertThat(output.status()).isEqualTo(7);
        } finally {
            ProcessHandle.allProcesses()
                    .filter(p -> p.info().commandLine().orElse("").endsWith("sleep 71"))
                    .forEach(ProcessHandle::destroy);
        }
    }

    /** Whatever signals they ignore, who started the script can end it, and it clears up. */
    @ParameterizedTest
    @ValueSource(strings = {"", "HUP", "INT", "TERM", "HUP INT TERM", "PIPE", "HUP INT QUIT PIPE ALRM TERM USR1 USR2"})
    @Timeout(20)
    void aSignalThatStartUpFilesIgnoreIsNotIgnoredByTheScript(String signals) throws Exception {
        Command ignored = Command.script("trap"); // some may be from where this test was started
        String before = new AccountHost("bash", home).run(ignored).text();
        Host host = new AccountHost("bash", home).file(".bash_profile", "trap '' " + signals + "\n");
        Path tidied = home.resolve("tidied");
        String script = ScriptCleanup.up("touch '" + tidied + "'\n") + "echo up; while :; do sleep 0.1; done";
        try (Running running = host.start(Command.script(script).withLifeline(), new Cancellation())) {
            assertThat(running.output().read()).isEqualTo('u');
            running.input().close();
            running.output().readAllBytes();
            running.await();
        }
        assertThat(tidied).exists();
        assertThat(host.run(ignored).text()).isEqualTo(before);
    }

    /** Where the site lets nobody come to a shell, what it says about that is what is told. */
    @Test
    void whatTheSitesFilesPrintBeforeTheyEndTheShellIsTold() throws Exception {
        Host host = new AccountHost("bash", home).site("echo 'Closed until Monday.' >&2; exit 3\n");
        Trouble told = catchThrowableOfType(Trouble.class, () -> host.run(Command.of("true")));
        assertThat(told.kind()).isEqualTo(TroubleKind.OTHER_COMMAND);
        assertThat(told.arguments()).contains("Closed until Monday.", "3");
    }
}
