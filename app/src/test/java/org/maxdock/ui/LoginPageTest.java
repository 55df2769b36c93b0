package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.lab.Lab;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The ways to log in that ask, by clicking: an unknown server, a password, a second factor, a hop, a locked key. */
@Tag("lab")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class LoginPageTest {

    private static final String ADDRESS = Lab.addresses("max-wgs").getFirst();
    private static final String SECOND_FACTOR = "mxother@" + ADDRESS + ":2222";
    /** The first of RFC 4226, appendix D. */
    private static final String CODE = "755224";

    private static final String PASSWORD = "maxwell";
    private static final String PASSPHRASE = "of the key";

    @TempDir
    Path folder;

    private Stage stage;
    private OpenWindow window;
    private FxRobot robot;
    private Seen seen;

    @Start
    void start(Stage primary) {
        stage = primary;
        stage.setWidth(1280);
        stage.setHeight(800);
    }

    @AfterEach
    void disconnect() throws Exception {
        Windows.end(window);
    }

    private void open(SshSettings ssh) {
        robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            window = new Window().show(stage, ssh, Lab.site(), folder.resolve("settings.json"), null, "overview");
        });
    }

    private void connect(String to) throws TimeoutException {
        robot.clickOn("#target").write(to);
        seen.click("Connect", "");
    }

    /**
     * Waits for a question that says this, and answers it by the keyboard; a wrong answer is asked for again at once.
     */
    private void answer(String asked, String answer) throws TimeoutException {
        seen.await(() -> asks(asked));
        robot.write(answer).push(KeyCode.ENTER);
        seen.await(() -> !asks(asked) || asks("That was not right."));
    }

    private boolean asks(String text) {
        return !robot.lookup(".dialog-pane .label").queryAllAs(Labeled.class).stream()
                .filter(l -> l.getText() != null && l.getText().contains(text))
                .toList()
                .isEmpty();
    }

    private void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Screenshots.take(
                        Seen.look(() -> robot.lookup(".dialog-pane").query().getScene()),
                        Lab.mode() + "-login-" + name))
                .isNotEmptyFile();
    }

    @Test
    void anUnknownServerThenAPasswordAndACode() throws Exception {
        Lab.must(
                "max-wgs",
                "echo HOTP mxother - 3132333435363738393031323334353637383930 > /etc/users.oath"); // all codes unused
        open(SshSettings.ofHome(folder));
        connect(SECOND_FACTOR);
        seen.await(() -> asks("is not known yet"));
        picture("unknown");
        seen.click("Trust it", "");
        answer("mxother@" + ADDRESS + ": Password:", "wrong");
        seen.await(() -> asks("One-time password"));
        picture("code");
        answer("One-time password", "000000");
        answer("mxother@" + ADDRESS + ": Password:", PASSWORD);
        answer("One-time password", CODE);
        seen.text("● mxother@max-wgs");
        assertThat(folder.resolve(".ssh/known_hosts")).content().contains("[" + ADDRESS + "]:2222 ");
    }

    @Test
    void aQuestionThatIsTurnedBackEndsItAndIsAskedAnewTheNextTime() throws Exception {
        open(Lab.ssh().withOptions(List.of("PubkeyAuthentication=no")));
        connect("mxother@max-wgs");
        seen.await(() -> asks("Password for mxother@max-wgs"));
        picture("password");
        robot.clickOn((Button b) -> b.getText().equals("Cancel") // the page behind it has one, too
                && b.getScene().getWindow() != stage);
        seen.await(() -> !asks("Password for mxother@max-wgs"));
        seen.click("Connect", "");
        answer("Password for mxother@max-wgs", PASSWORD);
        seen.text("● mxother@max-wgs");
    }

    /** As where a login is to be confirmed on a phone, or on a page. */
    @Test
    void whatTheServerSaysStandsAboveThePageUntilOneIsIn() throws Exception {
        Lab.must("max-wgs", """
                pid=/run/sshd-says.pid
                /usr/sbin/sshd -f /etc/ssh/lab_sshd_config -o Port=2212 -o Banner=/etc/motd -o PidFile=$pid &&
                until [ -s $pid ]; do sleep 0.05; done
                """);
        try {
            open(Lab.ssh().withOptions(List.of("PubkeyAuthentication=no", "Port=2212", "HostKeyAlias=max-wgs")));
            connect("mxother@max-wgs");
            seen.await(() -> seen.shows(l -> l.startsWith("mxother@max-wgs says: Maxwell lab")));
            for (String theme : List.of("light", "dark")) {
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.change(s -> s.withTheme(theme)));
                WaitForAsyncUtils.waitForFxEvents();
                assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-login-says-" + theme))
                        .isNotEmptyFile();
            }
            answer("Password for mxother@max-wgs", PASSWORD);
            seen.text("● mxother@max-wgs");
            assertThat(seen.shows(l -> l.contains(" says: "))).isFalse();
        } finally {
            Lab.must("max-wgs", "kill $(cat /run/sshd-says.pid)");
        }
    }

    @Test
    void aHopAsksForItself() throws Exception {
        open(Lab.ssh().withJump("mxguest@max-login"));
        connect("max-wgs-inside");
        seen.await(() -> asks("Password for mxguest@max-login, on the way to max-wgs-inside"));
        picture("hop");
        answer("Password for mxguest@max-login, on the way to max-wgs-inside", PASSWORD);
        seen.text("● mxuser@max-wgs");
    }

    @Test
    void aLockedKeyThatIsChosenInTheWindow() throws Exception {
        Path locked = Files.copy(Lab.key("mxuser"), folder.resolve("locked"));
        Lab.run(List.of("ssh-keygen", "-q", "-p", "-N", PASSPHRASE, "-f", locked.toString()));
        Path known = Files.copy(Lab.sshConfig().resolveSibling("known_hosts"), folder.resolve("known"));
        open(SshSettings.ofHome(folder).withKnownHosts(known));
        seen.type("#key", locked.toString());
        connect("mxuser@" + ADDRESS);
        answer("Passphrase of the key " + locked, "not it");
        seen.await(() -> asks("That was not right."));
        picture("passphrase");
        answer("Passphrase of the key " + locked, PASSPHRASE);
        seen.text("● mxuser@max-wgs");
    }
}
