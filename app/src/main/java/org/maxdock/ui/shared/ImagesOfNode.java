package org.maxdock.ui.shared;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.maxdock.operation.OpenProject;
import org.maxdock.operation.RecordOperations;
import org.maxdock.operation.UserFolder;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;

/** Images that a node alone has: before it goes the user is asked, and they are pushed or saved. */
public final class ImagesOfNode {

    private final ConnectionModel connection;
    private final ProjectModel project;
    private final Background background;
    private final RecordOperations records;
    private final UserFolder folder;
    private final Asks ask;
    private final StillThere still;
    private final Texts texts;

    public ImagesOfNode(
            ConnectionModel connection,
            ProjectModel project,
            Background background,
            RecordOperations records,
            UserFolder folder,
            Asks ask,
            StillThere still,
            Texts texts) {
        this.connection = connection;
        this.project = project;
        this.background = background;
        this.records = records;
        this.folder = folder;
        this.ask = ask;
        this.still = still;
        this.texts = texts;
    }

    /** What the user may do besides pushing and saving: a button and what it does. */
    record Otherwise(String answer, Runnable act) {}

    /**
     * Asks what is to become of them.
     *
     * @param kept what is done when all of them are pushed or saved
     * @param otherwise further answers, the last of the buttons
     */
    void ask(String title, String question, List<String> images, Runnable kept, Otherwise... otherwise) {
        String push = texts.get("ui.engine.push-first");
        String save = texts.get("ui.engine.save-first");
        OpenProject of = project.get();
        BooleanSupplier engine = still.engine();
        List<String> answers = Stream.concat(
                        Stream.of(push, save), Stream.of(otherwise).map(Otherwise::answer))
                .toList();
        ask.decide(title, question, answers)
                .filter(answer -> engine.getAsBoolean())
                .ifPresent(answer -> {
                    if (answer.equals(push)) {
                        each(
                                "ui.work.push",
                                images,
                                kept,
                                (image, a) -> records.push(
                                        of, image, p -> a.progress(p.current(), p.total()), a.cancellation()));
                    } else if (answer.equals(save)) {
                        save(of, images, engine, kept);
                    }
                    Stream.of(otherwise)
                            .filter(other -> other.answer().equals(answer))
                            .forEach(other -> other.act().run());
                });
    }

    private void save(OpenProject of, List<String> images, BooleanSupplier engine, Runnable kept) {
        background.quietly(
                a -> folder.path(),
                own -> ask.text(texts.get("ui.images.save"), texts.get("ui.engine.save-where"), own)
                        .filter(into -> engine.getAsBoolean())
                        .ifPresent(into -> each(
                                "ui.work.save",
                                images,
                                kept,
                                (image, a) -> records.save(
                                        of,
                                        image,
                                        file(into.strip(), image),
                                        p -> a.progress(p.current(), p.total()),
                                        a.cancellation()))),
                background::trouble);
    }

    /** Two of them may differ in their registries alone, or in what stands between their parts. */
    private static String file(String folder, String image) {
        String words = image.replaceAll("[/:@]", "-") + "-" + Integer.toHexString(image.hashCode());
        return folder.replaceFirst("/+$", "") + "/" + words + ".tgz";
    }

    private interface OnImage {
        void run(String image, Activity activity) throws Trouble;
    }

    private void each(String key, List<String> images, Runnable kept, OnImage keep) {
        connection.run(
                texts.get(key, String.join(", ", images)),
                activity -> {
                    for (String image : images) {
                        keep.run(image, activity);
                    }
                    return images;
                },
                done -> kept.run(),
                background::trouble);
    }
}
