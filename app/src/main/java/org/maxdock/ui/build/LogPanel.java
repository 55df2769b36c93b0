package org.maxdock.ui.build;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.LogArea;

/** What a build says: all of it or one step's, to be searched. */
final class LogPanel {

    private final Texts texts;
    private final BuildRunModel run;
    private final LogArea log;
    private final Label title = Controls.head("");
    private final VBox view;
    private BuildSteps shown;
    private int which = -1;
    private long seen;

    LogPanel(Texts texts, BuildRunModel run) {
        this.texts = texts;
        this.run = run;
        log = new LogArea(texts, texts.get("ui.build.log"));
        log.view().setId("build-log");
        CheckBox whole = new CheckBox(texts.get("ui.build.whole"));
        whole.setSelected(true);
        whole.disableProperty().bind(run.chosenProperty().lessThan(0));
        whole.setOnAction(e -> run.chosenProperty().set(-1));
        run.chosenProperty().addListener((o, was, is) -> {
            whole.setSelected(is.intValue() < 0);
            draw();
        });
        run.runProperty().addListener((o, was, is) -> draw());
        view = Controls.panel(Controls.row(title, Controls.space(), whole, log.search()), log.view());
        draw();
    }

    /** Draws what has come since. */
    void draw() {
        int chosen = run.chosenProperty().get();
        BuildSteps now = run.runProperty().get().map(BuildRun::steps).orElse(null);
        title.setText(
                chosen < 0 || chosen >= run.steps().size()
                        ? texts.get("ui.build.log")
                        : title(run.steps().get(chosen)));
        if (now != shown || chosen != which) {
            log.clear();
            seen = 0;
        }
        shown = now;
        which = chosen;
        if (now != null) {
            BuildLog.Part part = now.log(chosen, seen);
            log.append(part.text());
            seen = Math.max(seen, part.end());
        }
    }

    private String title(BuildSteps.Step step) {
        return step.isNumbered()
                ? texts.get("ui.build.log-of", step.number())
                : texts.get("ui.build.log-of-work", step.instruction());
    }

    VBox view() {
        return view;
    }
}
