package org.maxdock.ui;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.operation.WindowOpener;
import org.maxdock.store.ConfigFolder;
import org.maxdock.store.ProgramLog;
import org.maxdock.store.Site;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.FolderQuestion;

/** Opens the window. */
public final class Window implements WindowOpener {

    private final FolderQuestion folders;

    /** Which asks for folders by the desktop's dialog. */
    public Window() {
        this(FolderQuestion::byDesktop);
    }

    Window(FolderQuestion folders) {
        this.folders = folders;
    }

    @Override
    public int open(String target, Path project, SshSettings ssh, Site site, String page) throws Trouble {
        Logger.getLogger("").addHandler(ProgramLog.ofUser());
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<OpenWindow> opened = new AtomicReference<>();
        startup(() -> {
            RestingPulse.install();
            Stage stage = new Stage();
            Path settings = ConfigFolder.ofUser().resolve("settings.json");
            OpenWindow window = show(stage, ssh, site, settings, project, page);
            Thread.setDefaultUncaughtExceptionHandler(Thread.currentThread().getUncaughtExceptionHandler());
            String where = target.isEmpty()
                    ? window.settings().get().targets().stream().findFirst().orElse("")
                    : target;
            window.connection().targetProperty().set(where);
            window.connect(target.isEmpty() && window.settings().get().connectAtStart() ? where : target);
            stage.setOnHidden(e -> {
                window.disconnect();
                opened.set(window);
                closed.countDown();
            });
        });
        try {
            closed.await();
            Thread.setDefaultUncaughtExceptionHandler(before);
            opened.get().close();
            Platform.exit();
            return 0;
        } catch (Trouble e) {
            System.getLogger(Window.class.getName()).log(System.Logger.Level.ERROR, "edits are not on disk", e);
            Platform.exit();
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void startup(Runnable begin) throws Trouble {
        if (isWithoutDisplay(System.getProperties(), System.getenv())) {
            throw new Trouble(TroubleKind.DISPLAY_UNSET);
        }
        try {
            Platform.startup(begin);
        } catch (UnsupportedOperationException e) { // JavaFX says so where no screen can be opened
            throw new Trouble(e, TroubleKind.NO_DISPLAY, Objects.requireNonNullElse(System.getenv("DISPLAY"), ""));
        }
    }

    /** Where X11 would be used, and is not there to be tried: JavaFX would say so in words of its own first. */
    static boolean isWithoutDisplay(Properties system, Map<String, String> environment) {
        return system.getProperty("os.name", "").equals("Linux")
                && system.getProperty("glass.platform") == null
                && environment.getOrDefault("DISPLAY", "").isBlank();
    }

    /** Fills a stage and shows it. On the FX thread. */
    public OpenWindow show(
            Stage stage, SshSettings ssh, Site site, Path settingsFile, Path projectFolder, String page) {
        return new WindowParts(folders, stage, ssh, site, settingsFile, page).show(projectFolder);
    }
}
