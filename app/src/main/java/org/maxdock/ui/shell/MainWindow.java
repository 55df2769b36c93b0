package org.maxdock.ui.shell;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.maxdock.operation.ConnectionState;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.EngineModel;
import org.maxdock.ui.shared.EngineWatch;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Reachable;
import org.maxdock.ui.shared.SettingsModel;
import org.maxdock.ui.shared.TakeNode;
import org.maxdock.ui.shared.Undo;

/** The window's content: header, sidebar, one page, the bar at the bottom. */
public final class MainWindow extends BorderPane {

    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9,
            KeyCode.DIGIT0);

    /** What pages show follows from this of a connection: which it is, and what is known of its server. */
    private record Known(ConnectionState.Connected connection, boolean engine, boolean slurm) {

        static Known of(ConnectionState state) {
            return state.connected()
                    .map(c -> new Known(
                            c, c.facts().engine().isPending(), c.facts().slurm().isPending()))
                    .orElse(null);
        }

        boolean sameAs(Known other) {
            return other != null
                    && connection.sameAs(other.connection)
                    && engine == other.engine
                    && slurm == other.slurm;
        }
    }

    private final Navigation navigation;
    private final StackPane place = new StackPane();
    private final List<Page> pages;
    private final WindowContents contents;
    private final FinderModel finder;
    private final PageHelp help;

    /**
     * @param openProject asks for a folder and opens it
     * @param log the program's own
     */
    public MainWindow(
            ConnectionModel connection,
            Background background,
            Texts texts,
            Navigation navigation,
            ProjectModel project,
            Undo undo,
            SettingsModel settings,
            Dialogs dialogs,
            EngineWatch watch,
            EngineModel engine,
            TakeNode takeNode,
            Runnable openProject,
            OpenableLog log,
            List<Page> pages) {
        this.navigation = navigation;
        this.pages = pages;
        TroubleModel troubles = new TroubleModel(connection, background, texts, navigation, log.desktop(), log.file());
        VBox centre = new VBox(
                new AlarmBar(troubles, texts),
                new ServerWordsBar(dialogs.serverWords(), texts),
                new TroubleBar(troubles, texts),
                place);
        VBox.setVgrow(place, Priority.ALWAYS);
        Header header = new Header(
                new HeaderModel(connection, engine, project, settings, texts),
                new ConnectionMenu(new ConnectionChoices(connection, settings, navigation, texts), texts),
                new EngineMenu(engine, takeNode, texts),
                project,
                settings,
                openProject,
                texts);
        StatusBar status = new StatusBar(
                new StatusModel(background, connection, navigation, texts), troubles, undo, navigation, texts, dialogs);
        contents = new WindowContents(navigation, texts, pages, List.of(header, status));
        finder = new FinderModel(contents::all);
        setTop(header);
        help = new PageHelp(dialogs, navigation, texts);
        setLeft(new Sidebar(navigation, texts, pages, background.troubles(), finder::open, help::open));
        setCenter(new StackPane(centre, new Finder(finder, texts)));
        setBottom(status);
        navigation.pageProperty().addListener((o, was, is) -> {
            finder.close();
            show();
        });
        connection.stateProperty().addListener((o, was, is) -> follow(Known.of(was), Known.of(is)));
        project.projectProperty().addListener((o, was, is) -> current().shown());
        watch.onChange(list -> current().changed(list));
        show();
        sceneProperty().addListener((o, was, scene) -> {
            if (scene != null) {
                addKeys(scene, undo);
                KeptFocus.follow(scene);
            }
        });
    }

    private void follow(Known was, Known is) {
        if (is == null ? was != null : !is.sameAs(was)) {
            current().shown();
        }
    }

    private void addKeys(Scene scene, Undo undo) {
        for (int i = 0; i < pages.size() && i < DIGITS.size(); i++) {
            String id = pages.get(i).id();
            scene.getAccelerators()
                    .put(new KeyCodeCombination(DIGITS.get(i), KeyCombination.SHORTCUT_DOWN), () -> navigation.go(id));
        }
        unlessInTerminal(scene, KeyCode.K, finder::open);
        unlessInTerminal(scene, KeyCode.Z, undo::undo);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), help::open);
        new WindowKeys(navigation, pages, this::current, finder).add(scene);
    }

    /** In a terminal it is the shell's. */
    private static void unlessInTerminal(Scene scene, KeyCode key, Runnable action) {
        scene.getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), () -> {
            if (!(scene.getFocusOwner() instanceof Canvas)) {
                action.run();
            }
        });
    }

    /** All that can be found now. */
    List<Reachable> everything() {
        return contents.all();
    }

    /** The page in view. */
    Page current() {
        return pages.stream()
                .filter(p -> p.id().equals(navigation.pageProperty().get()))
                .findFirst()
                .orElse(pages.getFirst());
    }

    private void show() {
        place.getChildren().setAll(current().view());
        current().shown();
    }
}
