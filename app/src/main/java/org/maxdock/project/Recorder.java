package org.maxdock.project;

import java.util.Optional;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.ImageRecord;
import org.maxdock.image.Images;
import org.maxdock.image.Tarball;
import org.maxdock.image.Verdict;
import org.maxdock.text.Trouble;

/** Keeps a project's records while images are recorded, pushed and saved. */
public final class Recorder {

    private final Project project;
    private final Images images;

    public Recorder(Project project, Images images) {
        this.project = project;
        this.images = images;
    }

    /** Records what an image is now, in the place of what it was. */
    public ImageRecord record(String reference) throws Trouble {
        ImageRecord record = images.record(reference);
        project.put(record);
        return record;
    }

    /** Pushes an image. If it is the recorded one, the digest that the registry gave it joins the record. */
    public void push(String reference, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        images.push(reference, listener, cancellation);
        Optional<ImageRecord> old = project.record(reference);
        if (old.isPresent() && images.verify(old.get()) instanceof Verdict.Same same) {
            ImageRecord record = old.get();
            project.put(new ImageRecord(record.reference(), same.here(), record.recordedAt(), record.recordedOn(),
                    record.recordedBy(), record.tarball()));
        }
    }

    /** Saves an image to a file of the host. If it is the recorded one, the file joins the record. */
    public Tarball save(String reference, String path, Cancellation cancellation) throws Trouble {
        Tarball saved = images.save(reference, path, cancellation);
        Optional<ImageRecord> record = project.record(reference);
        if (record.isPresent() && images.verify(record.get()).holds()) {
            project.put(record.get().withTarball(saved));
        }
        return saved;
    }
}
