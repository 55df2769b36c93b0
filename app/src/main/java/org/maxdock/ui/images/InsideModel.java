package org.maxdock.ui.images;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.maxdock.image.FileNode;
import org.maxdock.image.ImageContents;
import org.maxdock.image.LayerContents;
import org.maxdock.image.archive.LayerFile;
import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.UserFolder;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Question;
import org.maxdock.ui.shared.StillThere;
import org.maxdock.ui.shared.Troubles;

/** The inside of an image: the files of all its layers or of one, and what is there for nothing. */
final class InsideModel {

    /** Bytes of a file that are shown. */
    private static final int TEXT = 1 << 20;

    /** Something to look at: everything, a layer, the waste. */
    record Choice(String name, long bytes, Supplier<FileNode> files) {}

    private final ConnectionModel connection;
    private final Background background;
    private final Navigation navigation;
    private final Texts texts;
    private final Asks asks;
    private final ImageOperations images;
    private final UserFolder folder;
    private final StillThere still;
    private final String image;
    private final ImageContents contents;
    private final List<Choice> choices;
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Optional<FileNode>> root = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<FileNode> selected = new SimpleObjectProperty<>();
    private final Question<Choice> reading;

    InsideModel(
            Background background,
            ConnectionModel connection,
            Navigation navigation,
            Texts texts,
            Asks asks,
            ImageOperations images,
            UserFolder folder,
            StillThere still,
            String image,
            ImageContents contents) {
        this.background = background;
        this.connection = connection;
        this.navigation = navigation;
        this.texts = texts;
        this.asks = asks;
        this.images = images;
        this.folder = folder;
        this.still = still;
        this.image = image;
        this.contents = contents;
        this.choices = choices();
        this.reading = new Question<>(background, choice::get);
        choice.addListener((o, was, is) -> read());
        choice.set(choices.getFirst());
    }

    private List<Choice> choices() {
        List<Choice> all = new ArrayList<>();
        all.add(new Choice(texts.get("ui.images.all-layers"), contents.bytes(), () -> FileNode.ofAll(contents)));
        for (LayerContents layer : contents.layers()) {
            String made = layer.instruction().isEmpty() ? texts.get("ui.images.imported") : layer.instruction();
            all.add(new Choice(all.size() + "  " + made, layer.bytes(), () -> FileNode.ofLayer(layer)));
        }
        if (!contents.wasted().isEmpty()) {
            all.add(new Choice(
                    texts.get("ui.images.for-nothing"), contents.wastedBytes(), () -> FileNode.ofWaste(contents)));
        }
        return List.copyOf(all);
    }

    /** A tree of a hundred thousand files takes its time, and so is not made on the window's thread. */
    private void read() {
        root.set(Optional.empty());
        selected.set(null);
        if (choice.get() == null) {
            reading.drop();
        } else {
            reading.ask((which, a) -> which.files().get(), files -> root.set(Optional.of(files)));
        }
    }

    String summary() {
        return texts.get(
                contents.wasted().isEmpty() ? "ui.images.inside-all" : "ui.images.inside-wasted",
                contents.layers().size(),
                contents.files().size(),
                texts.amounts().bytes(contents.bytes()),
                texts.amounts().bytes(contents.wastedBytes()));
    }

    List<Choice> all() {
        return choices;
    }

    ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** The files of what is chosen; empty while they are being sorted. */
    ReadOnlyObjectProperty<Optional<FileNode>> rootProperty() {
        return root.getReadOnlyProperty();
    }

    /** The file or folder that is selected; null for none. */
    ObjectProperty<FileNode> selectedProperty() {
        return selected;
    }

    private Optional<LayerFile> file() {
        return Optional.ofNullable(selected.get()).flatMap(FileNode::file);
    }

    BooleanBinding canOpen() {
        return Bindings.createBooleanBinding(
                () -> file().filter(f -> !f.isFolder()).isPresent(), selected);
    }

    BooleanBinding canCopy() {
        return Bindings.createBooleanBinding(() -> file().isPresent(), selected);
    }

    /**
     * A file's text.
     *
     * @param path of it in the image
     */
    record Opened(String path, String text) {}

    void open(Consumer<Opened> then) {
        String path = selected.get().path();
        connection.run(
                texts.get("ui.images.reading", path),
                a -> new Opened(path, text(path, images.file(image, path, TEXT, a.cancellation()))),
                then);
    }

    private static String text(String path, byte[] bytes) throws Trouble {
        for (byte b : bytes) {
            if (b == 0) {
                throw new Trouble(TroubleKind.NOT_A_TEXT, path);
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Copies it to a path of the server, which is asked for. */
    void copy() {
        String path = selected.get().path();
        BooleanSupplier engine = still.engine();
        background.quietly(
                a -> folder.path(),
                own -> asks.text(
                                texts.get("ui.images.copy-out"),
                                texts.get("ui.images.copy-where", path),
                                own + path.substring(path.lastIndexOf('/')))
                        .filter(to -> engine.getAsBoolean())
                        .ifPresent(to -> copy(path, to.strip())),
                background::trouble);
    }

    private void copy(String path, String to) {
        connection.run(
                texts.get("ui.images.copying", path),
                a -> {
                    images.copy(image, path, to, a.cancellation());
                    return to;
                },
                done -> navigation.tell(texts.get("ui.images.copied", path, done)));
    }

    /** What is wrong now, in its places. */
    Troubles troubles() {
        return background.troubles();
    }
}
