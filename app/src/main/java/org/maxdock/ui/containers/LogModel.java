package org.maxdock.ui.containers;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.host.Running;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.operation.UserFolder;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.GrowingText;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.StillThere;
import org.maxdock.ui.shared.Troubles;

/**
 * What a container says, as it goes on: the latest of it, however much it is; and to be saved whole. Following ends
 * when the one who looks stops.
 */
final class LogModel {

    /** Characters that are kept for who looks. */
    private static final int MOST = 200_000;

    private final ContainerSummary container;
    private final ConnectionModel connection;
    private final Background background;
    private final Texts texts;
    private final Navigation navigation;
    private final Asks ask;
    private final ContainerOperations containers;
    private final UserFolder folder;
    private final StillThere still;
    private final GrowingText text = new GrowingText(MOST);
    private volatile Running following;
    private volatile boolean stopped;

    /** @param folder where it may be saved */
    LogModel(
            ContainerSummary container,
            ConnectionModel connection,
            Background background,
            Texts texts,
            Navigation navigation,
            Asks ask,
            ContainerOperations containers,
            UserFolder folder,
            StillThere still) {
        this.container = container;
        this.connection = connection;
        this.background = background;
        this.texts = texts;
        this.navigation = navigation;
        this.ask = ask;
        this.containers = containers;
        this.folder = folder;
        this.still = still;
    }

    GrowingText text() {
        return text;
    }

    String title() {
        return texts.get("ui.containers.logs-of", container.name());
    }

    /** Follows the log until it ends, or is looked at no more. */
    void begin() {
        background.quietly(
                a -> {
                    follow();
                    return true;
                },
                ended -> {},
                trouble -> {
                    if (!stopped) {
                        background.trouble(trouble);
                    }
                });
    }

    /** Ends it; the stream takes its time to close, which nobody waits for. */
    void stop() {
        stopped = true;
        text.close();
        Running now = following;
        if (now != null) {
            background.quietly(a -> now.close(), () -> {});
        }
    }

    private void follow() throws Trouble {
        try (Running running = containers.logs(container.id())) {
            following = running;
            if (stopped) {
                return;
            }
            Thread errors = Thread.ofVirtual().name("errors of a log").start(() -> take(running.errors()));
            take(running.output());
            errors.join();
            text.append(texts.get("ui.containers.log-ended") + "\n");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(InputStream in) {
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            char[] some = new char[8192];
            for (int n; (n = reader.read(some)) >= 0 && !stopped; ) {
                text.append(new String(some, 0, n));
            }
        } catch (IOException e) {
            System.getLogger(LogModel.class.getName()).log(System.Logger.Level.DEBUG, "the log ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the user says; proposed is their own folder. */
    void save() {
        BooleanSupplier engine = still.engine();
        background.quietly(
                a -> folder.path() + "/" + container.name() + ".log",
                proposed -> save(proposed, engine),
                background::trouble);
    }

    private void save(String proposed, BooleanSupplier engine) {
        ask.text(texts.get("ui.containers.log-save"), texts.get("ui.containers.log-where"), proposed)
                .map(String::strip)
                .filter(path -> engine.getAsBoolean())
                .ifPresent(path -> connection.run(
                        texts.get("ui.containers.copying", container.name()),
                        a -> {
                            containers.saveLog(container.id(), path, a.cancellation());
                            return path;
                        },
                        done -> navigation.tell(texts.get("ui.containers.log-saved", done))));
    }

    /** What is wrong now, in its places. */
    Troubles troubles() {
        return background.troubles();
    }
}
