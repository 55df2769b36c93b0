package org.maxdock.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.Launch;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A project as operations use it, whether it is open in memory or read from its file each time. */
public interface EditableProject {

    Path folder();

    ProjectContents contents() throws Trouble;

    /**
     * Makes an edit of what the file holds now, and returns when it is on disk.
     *
     * @return what the file holds after it
     * @throws Trouble where it cannot be made; then the file is as it was
     */
    ProjectContents change(ProjectEdit edit) throws Trouble;

    /**
     * The same for work that takes long: what it has to write is written also where the project was closed meanwhile.
     */
    default EditableProject lasting() {
        return this;
    }

    default String name() {
        return folder().getFileName() == null ? "/" : folder().getFileName().toString();
    }

    default List<ImageRecord> records() throws Trouble {
        return contents().records();
    }

    /** The record of an image; empty where none was made. */
    default Optional<ImageRecord> record(ImageReference reference) throws Trouble {
        return contents().record(reference);
    }

    /** The same for what somebody calls an image; empty also for what is no name. */
    default Optional<ImageRecord> record(String reference) throws Trouble {
        return contents().record(reference);
    }

    /** The record of an image, which must be there. */
    default ImageRecord recordOf(ImageReference reference) throws Trouble {
        return record(reference).orElseThrow(() -> new Trouble(TroubleKind.NOT_RECORDED, reference, folder()));
    }

    /** The same for what somebody calls an image. */
    default ImageRecord recordOf(String reference) throws Trouble {
        return recordOf(InvalidValue.orTrouble(() -> ImageReference.parse(reference)));
    }

    /** Keeps a record; returns it as it is kept ({@link ProjectContents#withRecord}). */
    default ImageRecord put(ImageRecord record) throws Trouble {
        return change(c -> c.withRecord(record)).record(record.reference()).orElseThrow();
    }

    /** Adds what was learned of a record ({@link ProjectContents#withLearned}); returns it as it is kept. */
    default ImageRecord learn(ImageRecord record) throws Trouble {
        return change(c -> c.withLearned(record)).record(record.reference()).orElseThrow();
    }

    /**
     * Forgets what was recorded of an image, its history too; returns what it was.
     *
     * @throws Trouble where nothing is recorded of it
     */
    default ImageRecord removeRecord(String reference) throws Trouble {
        ImageRecord gone =
                record(reference).orElseThrow(() -> new Trouble(TroubleKind.NOT_RECORDED_AT_ALL, reference, folder()));
        change(c -> c.withoutRecord(gone.reference()));
        return gone;
    }

    default List<KeptBuild> builds() throws Trouble {
        return contents().builds();
    }

    default Optional<KeptBuild> build(String id) throws Trouble {
        return contents().build(id);
    }

    default void put(KeptBuild build) throws Trouble {
        change(c -> c.withBuild(build));
    }

    default List<Mapping> mounts() throws Trouble {
        return contents().mounts();
    }

    default void putMounts(List<Mapping> mappings) throws Trouble {
        change(c -> c.withMounts(mappings));
    }

    /** Who must have signed what is started from it; none where that is free. */
    default List<String> signedBy() throws Trouble {
        return contents().signedBy();
    }

    default void putSignedBy(List<String> names) throws Trouble {
        change(c -> c.withSignedBy(names));
    }

    default List<MountPlan> plans() throws Trouble {
        return contents().plans();
    }

    default void put(MountPlan plan) throws Trouble {
        change(c -> c.withPlan(plan));
    }

    default void removePlan(String name) throws Trouble {
        change(c -> c.withoutPlan(name));
    }

    default List<Launch> launches() throws Trouble {
        return contents().launches();
    }

    /** @throws Trouble where none is kept under that name */
    default Launch launchOf(String name) throws Trouble {
        return contents().launch(name).orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_LAUNCH, name, folder()));
    }

    /** @throws Trouble where none is kept under that name */
    default void removeLaunch(String name) throws Trouble {
        launchOf(name);
        change(c -> c.withoutLaunch(name));
    }

    default void put(Launch launch) throws Trouble {
        change(c -> c.withLaunch(launch));
    }
}
