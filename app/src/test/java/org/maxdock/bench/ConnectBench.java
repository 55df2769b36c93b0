package org.maxdock.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.control.IndexedCell;
import javafx.stage.Stage;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.lab.Lab;
import org.maxdock.ui.OpenWindow;
import org.maxdock.ui.Window;

/** From the click on Connect to the list of images, in an open window, against `ssh max-wgs true`. */
final class ConnectBench implements BenchCase {

    private static final int ROUNDS = 9;
    private static final double GOAL = 2.0;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Path config;
    private Stage stage;
    private OpenWindow window;

    @Override
    public String name() {
        return "connect";
    }

    @Override
    public String about() {
        return "from Connect to the list of images; limited by ssh's handshake and two answers of the engine";
    }

    @Override
    public List<Row> run(BenchPlace place) throws Exception {
        config = place.config();
        Path home = Files.createTempDirectory("maxdock-bench");
        Files.createDirectories(home.resolve(".ssh"));
        SshSettings ssh = SshSettings.ofHome(home).withConfig(config);
        FxStart.once();
        onFx(() -> {
            stage = new Stage();
            window = new Window().show(stage, ssh, Lab.site(), home.resolve("settings.json"), null, "images");
            return null;
        });
        try {
            return List.of(Row.ratio(
                    name(),
                    "from Connect to the first page",
                    "ssh HOST true",
                    Pairs.of(ROUNDS, this::ssh, this::connect),
                    GOAL));
        } finally {
            onFx(() -> {
                stage.hide();
                return null;
            });
        }
    }

    /** Milliseconds. */
    private double ssh() throws Exception {
        long start = System.nanoTime();
        if (new ProcessBuilder("ssh", "-F", config.toString(), "max-wgs", "true")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                != 0) {
            throw new IllegalStateException("ssh failed");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** Milliseconds until the images are there; the connection is given up then. */
    private double connect() throws Exception {
        long start = System.nanoTime();
        onFx(() -> {
            window.connect("max-wgs");
            return null;
        });
        await(true, start);
        double took = (System.nanoTime() - start) / 1e6;
        onFx(() -> {
            window.disconnect();
            return null;
        });
        await(false, System.nanoTime());
        return took;
    }

    private void await(boolean filled, long since) throws Exception {
        while (onFx(this::isFilled) != filled) {
            if (System.nanoTime() - since > LONGEST.toNanos()) {
                throw new IllegalStateException("no images within " + LONGEST);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    private boolean isFilled() {
        return stage.getScene().getRoot().lookupAll(".table-row-cell").stream()
                .anyMatch(row -> row instanceof IndexedCell<?> cell && !cell.isEmpty());
    }

    private static <T> T onFx(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        Platform.runLater(task);
        return task.get();
    }
}
