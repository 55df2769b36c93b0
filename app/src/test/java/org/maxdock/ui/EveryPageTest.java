package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.lab.Lab;
import org.maxdock.store.Json;
import org.maxdock.store.Settings;
import org.maxdock.store.SettingsFile;
import org.maxdock.text.Texts;
import org.maxdock.ui.shell.Findable;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every page, connected, in both themes and languages: it has its title, no text is missing from the bundle, none is
 * cut or faint, no control is without a name, and dark is dark.
 */
@Tag("lab")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class EveryPageTest {

    private static final List<String> PAGES = List.of(
            "overview", "images", "verify", "build", "mounts", "launch", "jobs", "containers", "terminals", "settings");

    /** What comes to a page a little later; a key of the bundle, or the text itself. */
    private static final Map<String, String> AWAITED =
            Map.of("overview", "ui.jobs.empty", "launch", "maxcpu", "jobs", "maxcpu");

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @AfterEach
    void leave() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            window.disconnect();
            window.change(s -> s.withTheme("light"));
            stage.setWidth(1280);
            stage.setHeight(800);
        });
    }

    @ParameterizedTest
    @CsvSource({"light, en, 1280, 800", "dark, en, 1280, 800", "light, de, 1024, 700", "dark, de, 1024, 700"})
    void isWhole(String theme, String language, int width, int height) throws Exception {
        FxRobot robot = new SteadyRobot();
        Path settings = folder.resolve(theme + language + ".json");
        new SettingsFile(settings, new Json()).change(none -> new Settings(null, null, theme, language, null));
        Path project = Files.createDirectories(folder.resolve("recon"));
        Files.writeString(
                project.resolve("Dockerfile"),
                "FROM " + Lab.BASE
                        + "\nENV DATA=\"$HOME/data\"\nRUN apt-get install -y python3\nENTRYPOINT [\"/start.sh\"]\n");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            window = new Window().show(stage, Lab.ssh(), Lab.site(), settings, project, "overview");
            stage.setWidth(width);
            stage.setHeight(height);
            window.connect("max-wgs");
        });
        Seen seen = new Seen(robot, stage);
        seen.await(() -> seen.shows("● mxuser@max-wgs"::equals));
        Texts texts = new Texts(Locale.of(language));
        List<String> faults = new ArrayList<>();
        for (String page : PAGES) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go(page));
            seen.await(() -> robot.lookup(".page-title").queryAllAs(Labeled.class).stream()
                    .anyMatch(l -> l.getText().equals(texts.get("ui.page." + page))));
            seen.await(() -> window.background().running().isEmpty()
                    && (!AWAITED.containsKey(page) || seen.shows(texts.get(AWAITED.get(page))::equals)));
            assertThat(seen.shows(l -> l.matches("(ui|trouble|advice|fitness)\\.[a-z.-]+")))
                    .as("texts that the bundle lacks on " + page)
                    .isFalse();
            assertThat(Seen.look(() -> robot.lookup(".page").queryAllAs(javafx.scene.layout.Region.class).stream()
                            .allMatch(p -> p.localToScene(p.getBoundsInLocal()).getMaxX()
                                    <= stage.getScene().getWidth() + 1)))
                    .as(page + " ends where the window does")
                    .isTrue();
            Seen.look(() -> Findable.missing(stage.getScene()))
                    .forEach(words -> faults.add(page + ": Ctrl+K does not find " + words));
            Path picture =
                    Screenshots.take(stage.getScene(), Lab.mode() + "-every-" + theme + "-" + language + "-" + page);
            Seen.look(() -> PageFaults.in(stage.getScene())).forEach(f -> faults.add(page + ": " + f));
            assertThat(brightness(ImageIO.read(picture.toFile())))
                    .as(page)
                    .matches(b -> theme.equals("dark") ? b < 80 : b > 200);
        }
        assertThat(faults).isEmpty();
    }

    /** Mean of the red of every tenth pixel: 0 is black, 255 white. */
    private static double brightness(BufferedImage picture) {
        long sum = 0;
        long count = 0;
        for (int y = 0; y < picture.getHeight(); y += 10) {
            for (int x = 0; x < picture.getWidth(); x += 10) {
                sum += picture.getRGB(x, y) >> 16 & 0xff;
                count++;
            }
        }
        return (double) sum / count;
    }
}
