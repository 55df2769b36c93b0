package org.maxdock.ui.launch;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.Launch;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Later;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Question;

/**
 * What could fail of the draft. What is shown is about the draft as it is, or says that it is being looked at: never
 * about one of before. On the window's thread.
 */
public final class DraftChecks {

    /** How far it is looked at. */
    public sealed interface State {}

    /** There is nothing to look at yet. */
    public record Nothing(Why why) implements State {}

    public enum Why {
        NO_PROJECT,
        NO_IMAGE
    }

    /** A field is not what it is meant to be. */
    public record Wrong(DraftField field, Trouble trouble) implements State {}

    public record Looking() implements State {}

    public record Found(List<PreflightCheck> checks) implements State {}

    private record About(Launch launch, Optional<ImageRecord> record, Preflights.About around) {}

    private final DraftModel model;
    private final ProjectModel project;
    private final Preflights preflights;
    private final Later later;
    private final Question<Optional<About>> question;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Nothing(Why.NO_PROJECT));
    private Optional<About> shown = Optional.empty();

    public DraftChecks(
            DraftModel model,
            ProjectModel project,
            ConnectionModel connection,
            Preflights preflights,
            Background background,
            Later later) {
        this.model = model;
        this.project = project;
        this.preflights = preflights;
        this.later = later;
        this.question = new Question<>(background, this::about);
        model.draftedProperty().addListener((o, was, is) -> follow());
        model.recordProperty().addListener((o, was, is) -> follow());
        project.projectProperty().addListener((o, was, is) -> follow());
        project.signedBy().addListener((InvalidationListener) o -> follow());
        connection.onOther(this::follow);
        follow();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private Optional<About> about() {
        return model.launch()
                .map(launch -> new About(launch, model.recordProperty().get(), preflights.now()));
    }

    private void follow() {
        Optional<About> now = about();
        if (now.isPresent() && now.equals(shown) && state.get() instanceof Found) {
            return;
        }
        shown = Optional.empty();
        question.drop();
        if (project.get() == null) {
            state.set(new Nothing(Why.NO_PROJECT));
        } else if (model.image().isEmpty()) {
            state.set(new Nothing(Why.NO_IMAGE));
        } else if (model.draftedProperty().get() instanceof Drafted.Wrong wrong) {
            state.set(new Wrong(wrong.field(), wrong.trouble()));
        } else {
            state.set(new Looking());
            later.soon(this::ask);
        }
    }

    private void ask() {
        Optional<About> now = about();
        if (now.isEmpty() || project.get() == null || now.get().around().connection() == 0) {
            return;
        }
        question.ask(
                (about, a) -> preflights.check(
                        about.get().launch(),
                        about.get().record(),
                        about.get().around().project()),
                checks -> show(now.get(), checks),
                trouble -> show(now.get(), List.of(PreflightCheck.of("kind", trouble))));
    }

    private void show(About about, List<PreflightCheck> checks) {
        preflights.put(about.launch(), checks, about.around());
        shown = Optional.of(about);
        state.set(new Found(checks));
    }

    /** Takes in what was found for a launch elsewhere, if it is the draft. */
    void found(Launch launch, List<PreflightCheck> checks) {
        about().filter(now -> now.launch().equals(launch) && project.get() != null)
                .ifPresent(now -> show(now, checks));
    }

    /** Looks again where what was found has grown old: somebody is near the button. */
    public void lookAgain() {
        Optional<Launch> launch = model.launch();
        if (launch.isPresent()
                && state.get() instanceof Found
                && preflights.fresh(launch.get(), preflights.now()).isEmpty()) {
            ask();
        }
    }

    /** The page comes into view, or the images are others: what was found may be no more. */
    public void look() {
        if (state.get() instanceof Found) {
            ask();
        } else {
            follow();
        }
    }
}
