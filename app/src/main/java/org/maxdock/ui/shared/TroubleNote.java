package org.maxdock.ui.shared;

import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;

/** Says beside what it is about what went wrong, why, and what to do; takes no room where nothing did. */
public final class TroubleNote extends HBox {

    private final ReadOnlyObjectProperty<Trouble> trouble;
    private final Texts texts;
    private final ObservableValue<Boolean> inView = sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::showingProperty)
            .orElse(false);
    private final Label what = Controls.wrapped("");
    private final Label mend = Controls.wrapped("");

    public TroubleNote(Troubles troubles, Place place, Texts texts) {
        super(10);
        this.trouble = troubles.at(place);
        this.texts = texts;
        what.getStyleClass().add("trouble-what");
        VBox sentences = new VBox(2, what, mend);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new FontIcon("fth-alert-triangle"),
                        sentences,
                        Controls.button(
                                texts.get("ui.copy-details"), null, () -> Controls.copy(details(trouble.get(), texts))),
                        Controls.iconButton("fth-x", texts.get("ui.close"), () -> troubles.putAway(place)));
        getStyleClass().add("trouble-note");
        setMinHeight(USE_PREF_SIZE);
        trouble.addListener((o, was, is) -> show());
        show();
    }

    /** The same in a dialog, which begins with nothing wrong and takes along what was wrong in it. */
    public static TroubleNote inDialog(Troubles troubles, Place place, Texts texts) {
        troubles.mended(place);
        TroubleNote note = new TroubleNote(troubles, place, texts);
        note.inView.addListener((o, was, is) -> {
            if (was && !is) {
                troubles.mended(place);
            }
        });
        return note;
    }

    private void show() {
        Trouble now = trouble.get();
        setVisible(now != null);
        setManaged(now != null);
        what.setText(now == null ? "" : texts.what(now));
        mend.setText(now == null ? "" : texts.mend(now));
        mend.setManaged(!mend.getText().isEmpty());
    }

    /** What those may want to see who are asked for help. */
    public static String details(Trouble trouble, Texts texts) {
        StringWriter text = new StringWriter();
        text.write(texts.explain(trouble) + "\n\n");
        trouble.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
