package org.maxdock.ui.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.maxdock.text.BoundedInput;
import org.maxdock.text.IoReason;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.ProjectModel;

/**
 * Does with a file or folder of this machine that was dropped on the window what is obvious; of another it says that
 * nothing was done. On the window's thread.
 */
public final class DroppedFiles {

    /** More is no text that somebody wrote to start a container. */
    private static final int TEXT = 1 << 20;

    private static final Pattern COMPOSE = Pattern.compile("(?:.*[.-])?compose(?:[.-].*)?\\.ya?ml");
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(?:tar|tgz|tar\\.(?:gz|bz2|xz|zst))");

    /** What it is taken for. */
    private sealed interface Taken {

        /** @param page the page to go to then; empty to stay */
        record Project(Path folder, String page) implements Taken {}

        record Archive(Path file) implements Taken {}

        record Text(String text) implements Taken {}

        record Unknown(String name) implements Taken {}
    }

    private final Background background;
    private final ProjectModel project;
    private final Navigation navigation;
    private final Texts texts;
    private final Consumer<String> paste;
    private final Consumer<Path> load;

    /**
     * @param paste makes the launch the one of a compose file
     * @param load loads an archive of images
     */
    public DroppedFiles(
            Background background,
            ProjectModel project,
            Navigation navigation,
            Texts texts,
            Consumer<String> paste,
            Consumer<Path> load) {
        this.background = background;
        this.project = project;
        this.navigation = navigation;
        this.texts = texts;
        this.paste = paste;
        this.load = load;
    }

    /** Takes the one that was dropped; of several nobody knows which was meant. */
    void take(List<Path> dropped) {
        if (dropped.size() == 1) {
            background.quietly(a -> look(dropped.getFirst()), this::act, background::trouble);
        } else {
            navigation.tell(texts.get("ui.drop.several"));
        }
    }

    private static Taken look(Path file) throws Trouble {
        String name = String.valueOf(file.getFileName());
        String lower = name.toLowerCase(Locale.ROOT);
        if (Files.isDirectory(file)) {
            return new Taken.Project(file, "");
        }
        if (name.equals("maxdock.json")) {
            return new Taken.Project(file.toAbsolutePath().getParent(), "");
        }
        if (name.equals("Dockerfile")) {
            return new Taken.Project(file.toAbsolutePath().getParent(), "build");
        }
        if (COMPOSE.matcher(lower).matches() || name.equals("devcontainer.json")) {
            return new Taken.Text(text(file));
        }
        return ARCHIVE.matcher(lower).matches() ? new Taken.Archive(file) : new Taken.Unknown(name);
    }

    private static String text(Path file) throws Trouble {
        try (BoundedInput in = new BoundedInput(Files.newInputStream(file), TEXT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.of(e));
        }
    }

    private void act(Taken taken) {
        switch (taken) {
            case Taken.Project(Path folder, String page) -> {
                if (project.get() == null || !project.get().folder().equals(folder)) {
                    project.open(folder);
                }
                if (!page.isEmpty()) {
                    navigation.go(page);
                }
            }
            case Taken.Archive(Path file) -> {
                navigation.go("images");
                load.accept(file);
            }
            case Taken.Text(String text) -> {
                navigation.go("launch");
                paste.accept(text);
            }
            case Taken.Unknown(String name) -> navigation.tell(texts.get("ui.drop.unknown", name));
        }
    }
}
