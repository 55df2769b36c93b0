package org.maxdock.ui;

import java.nio.file.Path;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.operation.WindowOpener;
import org.maxdock.store.Site;
import org.maxdock.text.Trouble;

/** The window as it comes up, closed again once it has stood for a moment: what a start of the program loads. */
public final class BriefWindow implements WindowOpener {

    private static final Duration MOMENT = Duration.seconds(2);

    @Override
    public int open(String target, Path project, SshSettings ssh, Site site, String page) throws Trouble {
        javafx.stage.Window.getWindows().addListener((ListChangeListener<javafx.stage.Window>) change -> {
            while (change.next()) {
                change.getAddedSubList().stream()
                        .filter(Stage.class::isInstance)
                        .forEach(BriefWindow::closeInAMoment);
            }
        });
        return new Window().open(target, project, ssh, site, page);
    }

    private static void closeInAMoment(javafx.stage.Window window) {
        PauseTransition moment = new PauseTransition(MOMENT);
        moment.setOnFinished(e -> window.hide());
        moment.play();
    }
}
