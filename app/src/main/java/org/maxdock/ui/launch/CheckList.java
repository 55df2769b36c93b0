package org.maxdock.ui.launch;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Navigation;

/** The preflight: a line for each thing that could fail; before there is anything to look at, what to do. */
final class CheckList {

    private static final String ROW = "list-row";

    private final Texts texts;
    private final CheckTexts words;
    private final Navigation navigation;
    private final Runnable openProject;
    private final VBox lines = new VBox();
    private final Label summary = new Label();
    private final VBox view;

    CheckList(DraftChecks checks, Navigation navigation, Runnable openProject, Texts texts) {
        this.texts = texts;
        this.words = new CheckTexts(texts);
        this.navigation = navigation;
        this.openProject = openProject;
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        view = Controls.panel(
                Controls.row(Controls.head(texts.get("ui.launch.before")), Controls.space(), summary), scroll);
        checks.stateProperty().addListener((o, was, is) -> show(is));
        show(checks.stateProperty().get());
    }

    VBox view() {
        return view;
    }

    private void show(DraftChecks.State state) {
        summary.setTooltip(null);
        switch (state) {
            case DraftChecks.Nothing nothing -> {
                Controls.badge(summary, "", "plain");
                lines.getChildren().setAll(nothing(nothing.why()));
            }
            case DraftChecks.Wrong wrong -> {
                summary(List.of(PreflightCheck.of("kind", wrong.trouble())));
                String field = texts.get(wrong.field().caption());
                lines.getChildren().setAll(line(field, texts.what(wrong.trouble()), "fth-x", "check-fails"));
            }
            case DraftChecks.Looking looking -> {
                Controls.badge(summary, texts.get("ui.launch.checking"), "plain");
                lines.setOpacity(0.45); // they are about a draft of before, and say so
                lines.getChildren()
                        .removeIf(n -> !n.getStyleClass().contains(ROW)); // why nothing is asked holds no more
            }
            case DraftChecks.Found found -> {
                summary(found.checks());
                lines.getChildren()
                        .setAll(found.checks().stream()
                                .sorted(Comparator.comparing(check -> check.state() != PreflightCheck.Outcome.FAILS))
                                .map(this::line)
                                .toList()); // what will fail must not be scrolled to
            }
        }
        if (!(state instanceof DraftChecks.Looking)) {
            lines.setOpacity(1);
        }
    }

    private Node nothing(DraftChecks.Why why) {
        return switch (why) {
            case NO_PROJECT ->
                Controls.empty(
                        texts.get("ui.launch.no-project"),
                        Controls.primary(texts.get("ui.open-project"), "fth-folder", openProject));
            case NO_IMAGE ->
                Controls.empty(
                        texts.get("ui.launch.nothing-to-check"),
                        Controls.primary(
                                texts.get("ui.launch.go-images"), "fth-layers", () -> navigation.go("images")));
        };
    }

    private void summary(List<PreflightCheck> checks) {
        CheckTexts.Summary all = words.summary(checks);
        Controls.badge(summary, all.text(), all.kind());
        summary.setTooltip(all.lines().isEmpty() ? null : new Tooltip(String.join("\n", all.lines())));
    }

    private HBox line(PreflightCheck check) {
        String icon = switch (check.state()) {
            case OK -> "fth-check";
            case NOTE -> "fth-alert-circle";
            case FAILS -> "fth-x";
        };
        String style = "check-" + check.state().name().toLowerCase(Locale.ROOT);
        return line(words.subject(check), words.reason(check), icon, style);
    }

    private static HBox line(String about, String text, String literal, String style) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().add(style);
        Label subject = Controls.wrapped(about);
        Label reason = Controls.wrapped(text);
        reason.getStyleClass().add("text-muted");
        reason.setTooltip(new Tooltip(text));
        VBox words = new VBox(1, subject, reason);
        HBox line = new HBox(10, icon, words);
        HBox.setHgrow(words, Priority.ALWAYS);
        line.getStyleClass().add(ROW);
        return line;
    }
}
