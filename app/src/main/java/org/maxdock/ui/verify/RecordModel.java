package org.maxdock.ui.verify;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.operation.OpenProject;
import org.maxdock.operation.RecordSigner;
import org.maxdock.store.ProjectContents;
import org.maxdock.store.RecordFile;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Question;
import org.maxdock.ui.shared.Undo;

/** What is done with records themselves: who signed them, signing, handing on, taking over, forgetting. */
public final class RecordModel {

    private record About(OpenProject project, List<ImageRecord> records) {}

    private final Background background;
    private final ProjectModel project;
    private final Undo undo;
    private final Texts texts;
    private final Asks asks;
    private final RecordSigner signer;
    private final RecordFile files;
    private final ObservableList<ImageRecord> records;
    private final ReadOnlyObjectWrapper<Map<ImageRecord, List<RecordSigner.Checked>>> signatures =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final Question<About> checking;

    public RecordModel(
            Background background,
            ProjectModel project,
            Undo undo,
            Texts texts,
            Asks asks,
            RecordSigner signer,
            RecordFile files) {
        this.background = background;
        this.project = project;
        this.undo = undo;
        this.texts = texts;
        this.asks = asks;
        this.signer = signer;
        this.files = files;
        this.records = project.records();
        this.checking = new Question<>(background, () -> new About(project.get(), List.copyOf(records)));
        records.addListener((ListChangeListener<ImageRecord>) change -> check());
        project.projectProperty().addListener((o, was, is) -> check());
        check();
    }

    /** Checks all signatures anew: who may sign stands in a file that others change. */
    void check() {
        if (project.get() == null || records.isEmpty()) {
            checking.drop();
            signatures.set(Map.of());
            return;
        }
        checking.ask(
                (about, a) -> {
                    Map<ImageRecord, List<RecordSigner.Checked>> checked = new HashMap<>();
                    for (ImageRecord record : about.records()) {
                        checked.put(record, signer.check(record));
                    }
                    return Map.copyOf(checked);
                },
                signatures::set);
    }

    /** Who signed which record, as it stands: of a changed one nothing is known yet. */
    ReadOnlyObjectProperty<Map<ImageRecord, List<RecordSigner.Checked>>> signaturesProperty() {
        return signatures.getReadOnlyProperty();
    }

    List<RecordSigner.Checked> signatures(ImageRecord record) {
        return signatures.get().getOrDefault(record, List.of());
    }

    /** Signs with a key, which is asked for. */
    void sign(ImageRecord record) {
        background.quietly(a -> signer.defaultKey().toString(), key -> sign(record, key), none -> sign(record, ""));
    }

    private void sign(ImageRecord record, String key) {
        OpenProject of = project.get();
        asks.text(texts.get("ui.verify.sign"), texts.get("ui.verify.sign-key"), key)
                .ifPresent(path -> background.run(
                        texts.get("ui.work.sign", record.reference()),
                        a -> signer.sign(record, Path.of(path.strip()), System.getProperty("user.name")),
                        signed -> learn(of, signed)));
    }

    private void keep(OpenProject of, ImageRecord record) {
        if (of == project.get()) {
            project.edit(now -> now.withRecord(record));
        }
    }

    private void learn(OpenProject of, ImageRecord record) {
        if (of == project.get()) {
            project.edit(now -> now.withLearned(record));
        }
    }

    /** Hands it on in a file, which is asked for. */
    void export(ImageRecord record) {
        String name = record.reference().brief().replace(':', '-') + ".record.json";
        asks.text(
                        texts.get("ui.verify.export"),
                        texts.get("ui.verify.export-where"),
                        project.get().folder().resolve(name).toString())
                .ifPresent(path -> background.act(
                        texts.get("ui.work.export", path), a -> files.write(record, Path.of(path.strip())), () -> {}));
    }

    /** Takes over a record from a file, which is asked for. */
    void importRecord() {
        OpenProject of = project.get();
        if (of == null) {
            background.trouble(new Trouble(TroubleKind.NO_PROJECT));
            return;
        }
        asks.text(texts.get("ui.verify.import"), texts.get("ui.verify.import-what"), "")
                .ifPresent(path -> background.run(
                        texts.get("ui.work.import", path),
                        a -> files.read(Path.of(path.strip())),
                        record -> keep(of, record)));
    }

    /** Who must have signed what the project starts. Only to be watched. */
    ObservableList<String> demanded() {
        return project.signedBy();
    }

    /** Has somebody's signature demanded of all that the project starts, or nobody's; asks whose. */
    void demand() {
        OpenProject of = project.get();
        if (of == null) {
            background.trouble(new Trouble(TroubleKind.NO_PROJECT));
            return;
        }
        asks.text(
                        texts.get("ui.verify.demand"),
                        texts.get("ui.verify.demand-who"),
                        String.join(" ", project.signedBy()),
                        typed -> RecordSignature.names("signedBy", names(typed)))
                .filter(names -> of == project.get())
                .ifPresent(names -> project.edit(now -> now.withSignedBy(names(names))));
    }

    private static List<String> names(String typed) {
        return Arrays.stream(typed.split("[\\s,]+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Forgets what was recorded, its history too; asks first, and can be undone while nothing else is recorded. */
    void forget(ImageRecord record) {
        OpenProject of = project.get();
        Optional.of(record.reference())
                .filter(image -> asks.confirm(
                        texts.get("ui.verify.forget"),
                        texts.get("ui.verify.forget-what", image),
                        texts.get("ui.verify.forget-yes")))
                .filter(image -> of == project.get())
                .ifPresent(image -> forget(image, of));
    }

    private void forget(ImageReference image, OpenProject of) {
        AtomicReference<ProjectContents> before = new AtomicReference<>();
        project.edit(
                now -> {
                    before.set(now);
                    return now.withoutRecord(image);
                },
                () -> {
                    if (of == project.get()) {
                        undo.offer(
                                texts.get("ui.verify.forgotten", image),
                                () -> project.edit(now -> now.withRecordBack(image, before.get())));
                    }
                });
    }
}
