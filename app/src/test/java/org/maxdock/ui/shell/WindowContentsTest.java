package org.maxdock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maxdock.ui.ConnectionBench;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.shared.ActionKey;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Reachable;
import org.testfx.framework.junit5.ApplicationExtension;

/** Every action is found, with its key and its command line; without a connection, too, and why it cannot be done. */
@Tag("lab") // where there is a display
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class WindowContentsTest {

    private final ModelBench bench = new ModelBench();
    private final ConnectionBench connection = new ConnectionBench(bench);
    private final List<String> done = new ArrayList<>();
    private HBox shown;
    private WindowContents contents;

    @BeforeEach
    void make() {
        shown = new HBox(button("Push"), button("Record"));
        Button push = (Button) shown.getChildren().getFirst();
        ButtonFacts.command(push, "maxdock push IMAGE");
        shown.getChildren().getLast().setDisable(true);
        MenuButton menu = new MenuButton("Get", null, new MenuItem(bench.texts().get("ui.images.pull")));
        shown.getChildren().add(menu);
        NeedsConnection view =
                new NeedsConnection(bench.texts(), connection.model(), bench.navigation(), "images", shown);
        contents =
                new WindowContents(bench.navigation(), bench.texts(), List.of(page("images", view)), List.of(header()));
        bench.navigation().go("images");
    }

    private Button button(String words) {
        Button button = new Button(words);
        button.setOnAction(e -> done.add(words));
        return button;
    }

    private Node header() {
        return new HBox(
                new MenuButton("Engine", null, new MenuItem(bench.texts().get("ui.engine.take"))));
    }

    private static Page page(String id, Node view) {
        return new Page() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String icon() {
                return "fth-x";
            }

            @Override
            public Node view() {
                return view;
            }
        };
    }

    private Reachable found(String title) {
        return contents.all().stream()
                .filter(r -> r.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(contents.all()));
    }

    @Test
    void withoutAConnectionAllIsFoundAndSaysThatItNeedsOne() {
        for (String action : List.of("Images: Push", "Images: Record", "Images: Pull…")) {
            Reachable found = found(action);
            assertThat(found.now()).as(action).isFalse();
            assertThat(found.kind()).isEqualTo("needs a connection");
            found.go().run();
        }
        assertThat(done).isEmpty();
        assertThat(found("Connect…").now()).isTrue();
        assertThat(found("Images: Push").command()).isEqualTo("maxdock push IMAGE");
        connection.connect();
        assertThat(found("Push").now()).isTrue();
        assertThat(found("Images: Record").kind()).isEqualTo("not now");
    }

    @Test
    void menusOfTheHeaderAndOfPagesTellTheirCommands() {
        connection.connect();
        assertThat(found("Take a node…").command()).isEqualTo("maxdock node take");
        assertThat(found("Pull…").command()).isEqualTo("maxdock pull IMAGE");
    }

    @Test
    void aButtonsKeyIsTold() {
        connection.connect();
        shown.getChildren().getFirst().getProperties().clear();
        Button push = (Button) shown.getChildren().getFirst();
        push.getProperties().put("maxdock.key", ActionKey.PUSH);
        assertThat(found("Push").key()).isEqualTo("Ctrl+Shift+P");
    }
}
