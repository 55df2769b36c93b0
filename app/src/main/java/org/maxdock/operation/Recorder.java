package org.maxdock.operation;

import java.time.Instant;
import java.util.Optional;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.Built;
import org.maxdock.image.Images;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.Tarball;
import org.maxdock.store.EditableProject;
import org.maxdock.store.KeptBuild;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Keeps a project's records while images are built, recorded, pushed and saved. */
public final class Recorder {

    private final EditableProject project;
    private final Images images;

    /** @param project may be closed before the work on its images has ended */
    public Recorder(EditableProject project, Images images) {
        this.project = project.lasting();
        this.images = images;
    }

    /**
     * Builds an image, and remembers what it was built from. A project's file that cannot be read is told before; one
     * that cannot be written is no reason to call the build failed.
     */
    public Built build(BuildRequest request, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        project.contents();
        ImageReference name = InvalidValue.orTrouble(() -> ImageReference.parse(request.tag()));
        Built built = images.build(request, listener, cancellation);
        try {
            project.put(new KeptBuild(built.identity().id(), name, Instant.now().toString(), built.source()));
        } catch (Trouble e) {
            System.getLogger(Recorder.class.getName())
                    .log(System.Logger.Level.WARNING, "what the image was built from is not in the project's file", e);
        }
        return built;
    }

    /** Records what an image is now; what was recorded before becomes history. */
    public ImageRecord record(String reference) throws Trouble {
        ImageRecord fresh = images.record(reference);
        return project.put(fresh.withSource(project.build(fresh.identity().id()).map(KeptBuild::source)));
    }

    /** Pushes an image. If it is the recorded one, the digest that the registry gave it joins the record. */
    public void push(String reference, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        images.push(reference, listener, cancellation);
        Optional<ImageRecord> old = project.record(reference);
        if (old.isPresent() && images.verify(old.get()).holds()) {
            learn(old.get().withIdentity(images.record(reference).identity()));
        }
    }

    /** Where something else has been recorded meanwhile, what was learned is of no use, and what was done is done. */
    private void learn(ImageRecord record) throws Trouble {
        try {
            project.learn(record);
        } catch (Trouble e) {
            if (e.kind() != TroubleKind.RECORD_CHANGED) {
                throw e;
            }
            System.getLogger(Recorder.class.getName())
                    .log(System.Logger.Level.WARNING, "another image was recorded meanwhile", e);
        }
    }

    /** Saves an image to a file. If it is the recorded one, the file joins the record. */
    public Tarball save(String reference, String path, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        Tarball saved = images.files().save(reference, path, listener, cancellation);
        Optional<ImageRecord> record = project.record(reference);
        if (record.isPresent() && images.verify(record.get()).holds()) {
            learn(record.get().withTarball(saved));
        }
        return saved;
    }
}
