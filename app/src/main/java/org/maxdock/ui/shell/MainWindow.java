package org.maxdock.ui.shell;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.EngineWatch;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Session;

/** The window's content: header, sidebar, one page, the bar at the bottom. */
public final class MainWindow extends BorderPane {

    private final StackPane place = new StackPane();
    private final List<Page> pages;

    public MainWindow(Session session, Dialogs ask, EngineWatch watch, List<Page> pages) {
        this.pages = pages;
        TroubleBar troubles = new TroubleBar(session);
        session.background().onTrouble(troubles::show);
        VBox centre = new VBox(troubles, place);
        VBox.setVgrow(place, Priority.ALWAYS);
        setTop(new Header(session));
        setLeft(new Sidebar(session, pages));
        setCenter(centre);
        setBottom(new StatusBar(session, ask));
        session.pageProperty().addListener((o, was, is) -> show(is));
        session.connectedProperty().addListener((o, was, is) -> current(session).shown());
        session.projectProperty().addListener((o, was, is) -> current(session).shown());
        watch.onChange(list -> current(session).changed(list));
        show(session.pageProperty().get());
        sceneProperty().addListener((o, was, scene) -> {
            if (scene != null) {
                KeyCode[] digits = {
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.DIGIT6,
                    KeyCode.DIGIT7,
                    KeyCode.DIGIT8,
                    KeyCode.DIGIT9,
                    KeyCode.DIGIT0
                };
                for (int i = 0; i < pages.size() && i < digits.length; i++) {
                    String id = pages.get(i).id();
                    scene.getAccelerators()
                            .put(
                                    new KeyCodeCombination(digits[i], KeyCombination.SHORTCUT_DOWN),
                                    () -> session.pageProperty().set(id));
                }
                scene.getAccelerators()
                        .put(
                                new KeyCodeCombination(KeyCode.F5),
                                () -> current(session).shown());
            }
        });
    }

    private Page current(Session session) {
        return pages.stream()
                .filter(p -> p.id().equals(session.pageProperty().get()))
                .findFirst()
                .orElse(pages.getFirst());
    }

    private void show(String id) {
        for (Page page : pages) {
            if (page.id().equals(id)) {
                place.getChildren().setAll(page.view());
                page.shown();
            }
        }
    }
}
