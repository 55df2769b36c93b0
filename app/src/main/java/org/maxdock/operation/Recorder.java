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

/** Keeps a project's records while images are built, recorded, pushed and saved. */
public final class Recorder {

    private final EditableProject project;
    private final Images images;

    public Recorder(EditableProject project, Images images) {
        this.project = project;
        this.images = images;
    }

    /** Builds an image, and remembers what it was built from. */
    public Built build(BuildRequest request, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        Built built = images.build(request, listener, cancellation);
        project.put(new KeptBuild(
                built.identity().id(),
                InvalidValue.orTrouble(() -> ImageReference.parse(request.tag())),
                Instant.now().toString(),
                built.source()));
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
            project.put(old.get().withIdentity(images.record(reference).identity()));
        }
    }

    /** Saves an image to a file of the host. If it is the recorded one, the file joins the record. */
    public Tarball save(String reference, String path, Cancellation cancellation) throws Trouble {
        Tarball saved = images.files().save(reference, path, cancellation);
        Optional<ImageRecord> record = project.record(reference);
        if (record.isPresent() && images.verify(record.get()).holds()) {
            project.put(record.get().withTarball(saved));
        }
        return saved;
    }
}
