package org.maxdock.ui.containers;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import javafx.application.Platform;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.host.Running;
import org.maxdock.operation.Server;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.LogArea;
import org.maxdock.ui.shared.Session;

/** What a container says, as it goes on: to be searched, saved, and wiped away. Following ends when the view does. */
final class LogView {

    private final Session session;
    private final Dialogs ask;
    private final ContainerSummary container;
    private final LogArea log;
    private final VBox view;
    private volatile Running following;
    private volatile boolean ended;

    LogView(Session session, Dialogs ask, ContainerSummary container) {
        this.session = session;
        this.ask = ask;
        this.container = container;
        log = new LogArea(session.texts(), session.text("ui.containers.logs-of", container.name()));
        log.view().setId("container-log");
        log.search().setId("container-log-search");
        HBox top = Controls.row(
                log.search(),
                Controls.space(),
                Controls.button(session.text("ui.containers.log-save"), "fth-save", this::save),
                Controls.button(session.text("ui.containers.log-wipe"), null, log::clear));
        VBox.setVgrow(log.view(), Priority.ALWAYS);
        view = new VBox(10, top, log.view());
        view.setPrefSize(860, 540);
    }

    void show(Server bench) {
        ask.show(session.text("ui.containers.logs-of", container.name()), view, this::end);
        session.background()
                .quietly(
                        a -> {
                            follow(bench);
                            return container;
                        },
                        done -> {
                            if (!ended) {
                                log.append(session.text("ui.containers.log-ended") + "\n");
                            }
                        },
                        session.background()::trouble);
    }

    private void end() {
        ended = true;
        Running now = following;
        if (now != null) {
            Thread.ofVirtual().start(now::close);
        }
    }

    private void follow(Server bench) throws Trouble {
        try (Running running = bench.containerPaths().logs(container.id())) {
            following = running;
            if (ended) {
                return;
            }
            Thread errors = Thread.ofVirtual().start(() -> read(running.errors()));
            read(running.output());
            errors.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(InputStream in) {
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            char[] some = new char[8192];
            for (int n; (n = reader.read(some)) >= 0 && !ended; ) {
                String said = new String(some, 0, n);
                Platform.runLater(() -> log.append(said));
            }
        } catch (IOException e) {
            System.getLogger(LogView.class.getName()).log(System.Logger.Level.DEBUG, "the log ended", e);
        }
    }

    private void save() {
        String folder = session.bench()
                .map(b -> b.site().ownPlacesOf(b.environment().user()).getFirst())
                .orElse("");
        ask.text(
                        session.text("ui.containers.log-save"),
                        session.text("ui.containers.log-where"),
                        folder + "/" + container.name() + ".log")
                .ifPresent(path -> session.withBench(
                        session.text("ui.containers.copying", container.name()),
                        (bench, a) -> {
                            bench.containerPaths().saveLog(container.id(), path.strip(), a.cancellation());
                            return path;
                        },
                        done -> session.newsProperty().set(session.text("ui.containers.log-saved", done))));
    }
}
