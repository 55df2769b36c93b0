package org.maxdock.ui.mounts;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;

/** Whose mappings are shown, and how the one is copied to the other; nothing where there is only one. */
final class SubjectSwitch {

    private final MountSubject model;
    private final ToggleButton project;
    private final ToggleButton launch;
    private final Button use;
    private final Button keep;
    private final HBox view;

    SubjectSwitch(MountSubject model, MountsModel page, Texts texts) {
        this.model = model;
        project = toggle(MountSubject.Whose.PROJECT);
        project.setText(texts.get("ui.mounts.of-project"));
        ButtonFacts.command(project, "maxdock plan own");
        launch = toggle(MountSubject.Whose.LAUNCH);
        launch.textProperty().bind(page.launchName());
        launch.setMaxWidth(260);
        ButtonFacts.command(launch, "maxdock launch -v HOST:CONTAINER");
        use = Controls.button(texts.get("ui.mounts.use-for-launch"), "fth-corner-right-down", model::useForLaunch);
        ButtonFacts.command(use, "maxdock launch -v HOST:CONTAINER");
        use.setId("use-for-launch");
        keep = Controls.button(texts.get("ui.mounts.keep-as-plan"), "fth-corner-left-up", model::keepAsPlan);
        ButtonFacts.command(keep, "maxdock plan own -v HOST:CONTAINER");
        keep.setId("keep-as-plan");
        view = Controls.row(
                Controls.muted(texts.get("ui.mounts.whose")), new SegmentedButton(project, launch), use, keep);
        view.visibleProperty().bind(model.bothProperty());
        view.managedProperty().bind(view.visibleProperty());
        model.whoseProperty().addListener((o, was, is) -> show());
        show();
    }

    private ToggleButton toggle(MountSubject.Whose whose) {
        ToggleButton button = new ToggleButton();
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setOnAction(e -> {
            model.choose(whose);
            show(); // a click on the chosen one would take the choice away
        });
        return button;
    }

    private void show() {
        boolean ofProject = model.whoseProperty().get() == MountSubject.Whose.PROJECT;
        project.setSelected(ofProject);
        launch.setSelected(!ofProject);
        for (Button act : new Button[] {use, keep}) {
            boolean fits = (act == use) == ofProject;
            act.setVisible(fits);
            act.setManaged(fits);
        }
    }

    Node view() {
        return view;
    }
}
