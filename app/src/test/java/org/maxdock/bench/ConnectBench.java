package org.maxdock.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** From the click on Connect to the list of images, in an open window, against `ssh max-wgs true`, in turn. */
public final class ConnectBench {

    private static final int ROUNDS = 9;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Path config;
    private Stage stage;
    private OpenWindow window;

    private ConnectBench(Path config) {
        this.config = config;
    }

    public static void main(String[] words) throws Exception {
        ConnectBench bench = new ConnectBench(Path.of(words[0]));
        try {
            bench.run();
        } finally {
            Platform.exit();
        }
    }

    private void run() throws Exception {
        Path home = Files.createTempDirectory("maxdock-bench");
        Files.createDirectories(home.resolve(".ssh"));
        SshSettings ssh = SshSettings.ofHome(home).withConfig(config);
        Platform.startup(() -> {});
        onFx(() -> {
            stage = new Stage();
            window = new Window().show(stage, ssh, Lab.site(), home.resolve("settings.json"), null, "images");
            return null;
        });
        double first = connect();
        Measured ours = new Measured();
        Measured theirs = new Measured();
        Measured ratios = new Measured();
        for (int round = 0; round < ROUNDS; round++) {
            double their = ssh();
            double our = connect();
            theirs.add(their);
            ours.add(our);
            ratios.add(our / their);
        }
        System.out.printf("ssh HOST true: median %.0f ms%n", theirs.median());
        System.out.printf("MaxDock, from Connect to the list of images: median %.0f ms%n", ours.median());
        System.out.printf("the first one after the window has opened: %.0f ms%n", first);
        System.out.printf(
                "ratio: median %.2f, least %.2f, most %.2f; of the first one %.2f%n",
                ratios.median(), ratios.least(), ratios.most(), first / theirs.median());
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
