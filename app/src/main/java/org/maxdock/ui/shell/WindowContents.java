package org.maxdock.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ActionKey;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Buttons;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Reachable;

/**
 * All that the window has to go to or to do: its pages, what stands on them, what their buttons and those around do.
 */
final class WindowContents {

    /** What shows the same on the command line, by the page. */
    private static final Map<String, String> COMMANDS = Map.of(
            "overview", "maxdock status",
            "images", "maxdock images",
            "verify", "maxdock digest verify",
            "build", "maxdock build",
            "mounts", "maxdock mount check",
            "launch", "maxdock launch",
            "jobs", "maxdock jobs",
            "containers", "maxdock container list",
            "terminals", "maxdock attach JOB");

    private final Navigation navigation;
    private final Texts texts;
    private final List<Page> pages;
    private final List<Node> around;
    private final ActionCommands commands;

    /** @param around what stands around the page in view, whichever it is */
    WindowContents(Navigation navigation, Texts texts, List<Page> pages, List<Node> around) {
        this.navigation = navigation;
        this.texts = texts;
        this.pages = pages;
        this.around = around;
        this.commands = new ActionCommands(texts);
    }

    /** Pages first, then what can be done on the one in view, around it and on the others, then what stands on them. */
    List<Reachable> all() {
        List<Reachable> all = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            String key = i < 10 ? "Ctrl+" + (i + 1) % 10 : "";
            all.add(new Reachable(
                    title(page),
                    texts.get("ui.finder.page"),
                    key,
                    COMMANDS.getOrDefault(page.id(), ""),
                    () -> navigation.go(page.id())));
        }
        String current = navigation.pageProperty().get();
        pages.stream().filter(p -> p.id().equals(current)).forEach(p -> all.addAll(actions(p)));
        Place window = new Place(texts.get("ui.finder.around"), Platform::runLater);
        Set<String> seen = new HashSet<>();
        around.forEach(node -> collect(window, node, seen, all));
        pages.stream().filter(p -> !p.id().equals(current)).forEach(p -> all.addAll(actions(p)));
        for (Page page : pages) {
            page.reachable()
                    .forEach(r ->
                            all.add(new Reachable(r.title(), r.kind(), r.key(), r.command(), () -> on(page, r.go()))));
        }
        return all;
    }

    private String title(Page page) {
        return texts.get("ui.page." + page.id());
    }

    private void on(Page page, Runnable act) {
        navigation.go(page.id());
        Platform.runLater(act);
    }

    private List<Reachable> actions(Page page) {
        List<Reachable> actions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        collect(new Place(title(page), act -> on(page, act)), page.view(), seen, actions);
        if (page.view() instanceof NeedsConnection needs) {
            Place without = new Place(title(page), act -> navigation.go(page.id()));
            needs.wanting()
                    .ifPresent(content -> Buttons.hidden(content)
                            .forEach(b -> collect(without, b, texts.get("ui.finder.no-connection"), seen, actions)));
        }
        return actions;
    }

    /**
     * Where something is done.
     *
     * @param acting does it there
     */
    private record Place(String title, Consumer<Runnable> acting) {}

    /**
     * What cannot be done now is said to be so, comes after what can, and leads to where it can be done some time; of
     * the same words the first counts.
     */
    private void collect(Place place, Node node, Set<String> seen, List<Reachable> into) {
        for (ButtonBase button : Buttons.below(node).stream()
                .sorted(Comparator.comparing(Node::isDisabled))
                .toList()) {
            collect(place, button, button.isDisabled() ? texts.get("ui.finder.not-now") : "", seen, into);
        }
    }

    /** @param why why it cannot be done now; empty where it can */
    private void collect(Place place, ButtonBase button, String why, Set<String> seen, List<Reachable> into) {
        if (button instanceof SplitMenuButton split) {
            add(place, words(split), why, split, seen, split::fire, into);
        }
        if (button instanceof MenuButton menu) {
            menu.getItems().forEach(item -> collect(place, menu, why, "", item, seen, into));
        } else {
            add(place, words(button), why, button, seen, button::fire, into);
        }
    }

    private void collect(
            Place place,
            MenuButton of,
            String why,
            String above,
            MenuItem item,
            Set<String> seen,
            List<Reachable> into) {
        boolean isSaid =
                item.isDisable() && item.getOnAction() == null && !(item instanceof Menu); // never does a thing
        if (item.getText() == null || !item.isVisible() || isSaid) {
            return;
        }
        String words = above.isEmpty() ? item.getText() : above + ": " + item.getText();
        if (item instanceof Menu more) {
            more.getItems().forEach(i -> collect(place, of, why, words, i, seen, into));
        } else {
            String hindered = why.isEmpty() && item.isDisable() ? texts.get("ui.finder.not-now") : why;
            add(place, words, hindered, of, seen, () -> fire(item), into);
        }
    }

    /** It may have been taken away meanwhile; buttons see to that themselves. */
    private static void fire(MenuItem item) {
        if (!item.isDisable()) {
            item.fire();
        }
    }

    private static String words(Labeled button) {
        return button.getText() == null || button.getText().isBlank() ? button.getAccessibleText() : button.getText();
    }

    private void add(
            Place place,
            String words,
            String why,
            ButtonBase button,
            Set<String> seen,
            Runnable act,
            List<Reachable> into) {
        if (words != null && !words.isBlank() && seen.add(words)) {
            into.add(new Reachable(
                    why.isEmpty() ? words : place.title() + ": " + words,
                    why.isEmpty() ? place.title() : why,
                    ButtonFacts.keyOf(button).map(ActionKey::shown).orElse(""),
                    command(words, button),
                    () -> place.acting().accept(act),
                    why.isEmpty()));
        }
    }

    /** What is deeper in a menu has that of where it begins. */
    private String command(String words, ButtonBase button) {
        String told = ButtonFacts.commandOf(button);
        return Stream.of(
                        button instanceof MenuButton ? "" : told,
                        commands.of(words),
                        commands.of(words.replaceFirst(": .*", "")),
                        told)
                .filter(command -> !command.isEmpty())
                .findFirst()
                .orElse("");
    }
}
