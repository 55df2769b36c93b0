package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.maxdock.host.shell.Shell;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;

/** What most launches leave as it is, in a line; the whole of it is beside the window. */
final class MoreOptions {

    /** The fields that stand in the dialog, and so tell their troubles here too. */
    private static final Set<DraftField> FIELDS = EnumSet.range(DraftField.SIGNED_BY, DraftField.SLURM_OPTIONS);

    private final DraftModel model;
    private final Dialogs dialogs;
    private final OptionsForm form;
    private final Texts texts;
    private final Label summary = Controls.muted("");
    private final VBox view;

    MoreOptions(DraftModel model, DraftFields fields, OptionsForm form, Dialogs dialogs, Texts texts) {
        this.model = model;
        this.dialogs = dialogs;
        this.form = form;
        this.texts = texts;
        Button edit = Controls.button(texts.get("ui.launch.more"), null, this::edit);
        ButtonFacts.command(edit, "maxdock launch");
        summary.setMinWidth(0);
        HBox box = Controls.row(summary, Controls.space(), edit);
        box.getStyleClass().add("field-box");
        view = Controls.field(texts.get("ui.launch.more-title"), box);
        FIELDS.forEach(field -> view.getChildren().add(fields.trouble(field)));
        model.draftedProperty().addListener((o, was, is) -> show());
        show();
    }

    VBox view() {
        return view;
    }

    private void show() {
        List<String> words = new ArrayList<>();
        int variables = model.launch()
                .map(launch -> {
                    if (!launch.container().sharedMemory().isEmpty()) {
                        words.add("--shm-size=" + launch.container().sharedMemory());
                    }
                    words.addAll(launch.container().ulimits());
                    words.addAll(launch.container().arguments());
                    words.addAll(launch.container().site());
                    launch.signedBy().forEach(name -> words.add("--signed-by=" + name));
                    words.addAll(launch.place()
                            .allocation()
                            .map(LaunchPlace.Allocation::asMore)
                            .orElse(List.of()));
                    return launch.container().environment().size();
                })
                .orElse(0);
        summary.setText(
                words.isEmpty() && variables == 0
                        ? texts.get("ui.launch.more-none")
                        : texts.get("ui.launch.more-some", variables, Shell.join(words)));
    }

    /** What is typed counts at once; who turns back has it as it was. */
    private void edit() {
        DraftValues before = model.draft().values();
        Node content = form.open();
        if (!dialogs.form(texts.get("ui.launch.more"), content)) {
            model.draft().restore(before);
        }
    }
}
