package org.maxdock.ui.mounts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mapping;
import org.maxdock.operation.MountOperations;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.launch.DraftModel;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Later;
import org.maxdock.ui.shared.Question;

/**
 * What will become of the mappings that are shown, by what the host tells, and where somebody asks, by what engines
 * say. Each answer is about mappings, run mode, image and connection; when one of them is another, it is dropped. On
 * the window's thread.
 */
public final class MountChecks {

    /** What verdicts are about. */
    record About(long connection, List<Mapping> mappings, RunMode mode, String image) {

        About {
            mappings = List.copyOf(mappings);
        }
    }

    /** What an engine said to all of them, in words; {@code ok} where it takes all. */
    public record Answer(String text, boolean ok) {}

    private final MountSubject subject;
    private final DraftModel launch;
    private final ConnectionModel connection;
    private final ImageFolders image;
    private final MountOperations mounts;
    private final Background background;
    private final Texts texts;
    private final Later later;
    private final Question<About> predicting;
    private final ReadOnlyObjectWrapper<List<CheckedMapping>> checked = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<About> shown;

    public MountChecks(
            MountSubject subject,
            DraftModel launch,
            ConnectionModel connection,
            ImageFolders image,
            MountOperations mounts,
            Background background,
            Texts texts,
            Later later) {
        this.subject = subject;
        this.launch = launch;
        this.connection = connection;
        this.image = image;
        this.mounts = mounts;
        this.background = background;
        this.texts = texts;
        this.later = later;
        this.predicting = new Question<>(background, this::about);
        this.shown = new ReadOnlyObjectWrapper<>(about());
        InvalidationListener follow = o -> follow();
        subject.mappings().addListener(follow);
        launch.draft().valuesProperty().addListener((o, was, is) -> {
            if (was.mode() != is.mode()) {
                follow();
            }
        });
        launch.imageProperty().addListener(follow);
        connection.onOther(this::follow);
        image.foldersProperty().addListener(o -> later.soon(this::check));
        follow();
    }

    /** What verdicts are about now. */
    ReadOnlyObjectProperty<About> aboutProperty() {
        return shown.getReadOnlyProperty();
    }

    About about() {
        return new About(
                connection.number(), subject.mappings(), launch.draft().values().mode(), launch.image());
    }

    /** The verdicts that are there; those of mappings that are no more shown are not among them. */
    public ReadOnlyObjectProperty<List<CheckedMapping>> checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    /** What an engine said to what is shown, if it was asked. */
    public ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    private void follow() {
        About now = about();
        boolean sameServer =
                now.connection() != 0 && now.connection() == shown.get().connection();
        List<CheckedMapping> left = checked.get().stream()
                .filter(c -> sameServer && (c.implied() || isThere(c.mapping(), now.mappings())))
                .toList();
        if (!left.equals(checked.get())) {
            checked.set(left);
        }
        if (!now.equals(shown.get())) {
            shown.set(now);
            answer.set(Optional.empty());
        }
        later.soon(this::check);
    }

    /** Also where its access is another one: it stays in its place, and so does who has chosen it. */
    private static boolean isThere(Mapping one, List<Mapping> all) {
        return all.stream()
                .anyMatch(m -> m.host().equals(one.host()) && m.container().equals(one.container()));
    }

    /** Asks the host again. */
    public void check() {
        if (connection.number() == 0) {
            return;
        }
        image.follow();
        Set<String> folders = image.foldersProperty().get();
        predicting.ask(
                (about, a) -> mounts.predict(about.mappings(), about.mode(), folders),
                found -> {
                    answer.set(Optional.empty());
                    checked.set(found);
                },
                this::unknown);
    }

    /** Older verdicts may be about another mode, or another moment: better none than a wrong one. */
    private void unknown(Trouble trouble) {
        checked.set(List.of());
        background.trouble(trouble);
    }

    /** Asks the engine of the server, without making anything. */
    public void askEngine() {
        About about = about();
        String server = connection.engineHost();
        connection.run(
                texts.get("ui.work.ask-engine"),
                a -> mounts.ask(about.mappings(), about.mode()),
                found -> answered(about, found, server));
    }

    /** Asks the engine of a node of the partition that the launch goes to. */
    public void askNode() {
        About about = about();
        var partition = launch.draft().values().place().partition();
        connection.run(
                texts.get("ui.work.ask-node"),
                a -> mounts.askNodes(about.mappings(), about.mode(), List.of(), partition, a.cancellation()),
                found -> found.forEach((node, verdicts) -> answered(about, verdicts, node.text())));
    }

    private void answered(About about, List<CheckedMapping> found, String where) {
        if (!about.equals(about())) {
            return;
        }
        predicting.drop(); // what the host tells is less than what the engine says
        checked.set(found);
        long refused = found.stream()
                .filter(c -> c.engineSaid().filter(s -> !s.isEmpty()).isPresent())
                .count();
        boolean asked = found.stream().anyMatch(c -> c.engineSaid().isPresent());
        String text = refused > 0
                ? texts.get("ui.mounts.engine-refuses", where, refused)
                : texts.get(asked ? "ui.mounts.engine-accepts" : "ui.mounts.engine-unasked", where);
        answer.set(Optional.of(new Answer(text, asked && refused == 0)));
    }
}
