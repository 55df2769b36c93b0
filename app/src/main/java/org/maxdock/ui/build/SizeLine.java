package org.maxdock.ui.build;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.image.context.ContextSize;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;

/** What a build will send: how many files, how much; which weigh most, when it is clicked. */
final class SizeLine {

    private final Texts texts;
    private final Dialogs ask;
    private final Hyperlink line = new Hyperlink();
    private final SizeModel size;

    SizeLine(Texts texts, Dialogs ask, SizeModel size) {
        this.texts = texts;
        this.ask = ask;
        this.size = size;
        ButtonFacts.command(line, "maxdock build --what-is-sent");
        line.setId("size");
        line.setOnAction(e -> heaviest());
        line.setTooltip(new Tooltip(texts.get("ui.build.heaviest")));
        line.setMinWidth(0);
        size.sizeProperty().addListener((o, was, is) -> show());
        show();
    }

    private void show() {
        line.setText(size.line());
        line.setVisible(!size.line().isEmpty());
        line.getStyleClass().remove("warn-link");
        if (size.isMuch()) {
            line.getStyleClass().add("warn-link");
        }
    }

    private void heaviest() {
        VBox lines = new VBox(Controls.head(texts.get("ui.build.heaviest")));
        for (ContextSize.Weight weight :
                size.sizeProperty().get().map(ContextSize::heaviest).orElse(List.of())) {
            Label name = new Label(Printable.line(weight.name()));
            name.getStyleClass().add("mono");
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            Label bytes = Controls.muted(texts.amounts().bytes(weight.bytes()));
            bytes.setMinWidth(80);
            HBox row = Controls.row(bytes, name);
            row.getStyleClass().add("list-row");
            lines.getChildren().add(row);
        }
        lines.getChildren().add(Controls.wrapped(texts.get("ui.build.ignore-hint")));
        lines.setMinWidth(560);
        ask.show(texts.get("ui.build.heaviest"), lines);
    }

    Node view() {
        return line;
    }
}
