package org.maxdock.operation;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.engine.ImageLayer;
import org.maxdock.engine.ImageSummary;
import org.maxdock.engine.Progress;
import org.maxdock.engine.RootOnlyAction;
import org.maxdock.host.Cancellation;
import org.maxdock.image.FitnessPoint;
import org.maxdock.image.ImageContents;
import org.maxdock.image.ImageFact;
import org.maxdock.image.Images;
import org.maxdock.image.Prunable;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.image.identity.Tarball;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** The images of the connected server's engine. Each method asks the server, and so takes time. */
public final class ImageOperations {

    private final Connection connection;

    public ImageOperations(Connection connection) {
        this.connection = connection;
    }

    private Images images() throws Trouble {
        return connection.server().images();
    }

    public List<ImageSummary> list() throws Trouble {
        return images().list();
    }

    /**
     * What the engine has.
     *
     * @param users the names of the containers that are of each image, by image ID
     * @param removeRefused why the engine will let nobody remove an image; empty where it may
     */
    public record Listing(
            List<ImageSummary> images, Map<String, List<String>> users, Optional<Message> removeRefused) {}

    /** What the engine has, and what becomes of it, asked at once. */
    public Listing listing() throws Trouble {
        Beside<Optional<Message>> refused = Beside.ask(() -> refusal(RootOnlyAction.REMOVE_IMAGE));
        Beside<Map<String, List<String>>> users = Beside.ask(this::users);
        return new Listing(list(), users.answer(), refused.answer());
    }

    private Map<String, List<String>> users() throws Trouble {
        Map<String, List<String>> users = new TreeMap<>();
        for (ContainerSummary container : connection.server().engine().control().list()) {
            users.computeIfAbsent(container.imageId(), id -> new java.util.ArrayList<>())
                    .add(container.name());
        }
        return users;
    }

    public void pull(String reference, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        images().pull(reference, listener, cancellation);
    }

    public void tag(String reference, String name) throws Trouble {
        images().tag(reference, name);
    }

    public void remove(String reference) throws Trouble {
        images().remove(reference);
    }

    /** Why the engine will refuse something, where that is known before it is tried. */
    public Optional<Message> refusal(RootOnlyAction action) throws Trouble {
        return connection.server().engine().refusal(action);
    }

    public Optional<Identity> identity(String reference) throws Trouble {
        return images().identity(reference);
    }

    public ImageVerdict verify(ImageRecord record) throws Trouble {
        return images().verify(record);
    }

    /** Holds another image of the engine, a container's say, against a record. */
    public ImageVerdict verify(ImageRecord record, String image) throws Trouble {
        return images().verify(record, image);
    }

    public ImageVerdict verifyArchive(ImageRecord record, String path, Cancellation cancellation) throws Trouble {
        return images().verifyArchive(record, path, cancellation);
    }

    public List<ImageLayer> layers(String reference) throws Trouble {
        return images().layers(reference);
    }

    public List<ImageFact> facts(String reference) throws Trouble {
        return images().facts(reference);
    }

    /** Everything that the engine tells of an image, as JSON to read. */
    public String inspect(String reference) throws Trouble {
        return images().inspect(reference);
    }

    public Prunable prunable() throws Trouble {
        return images().prunable();
    }

    public void prune(Prunable prunable) throws Trouble {
        images().prune(prunable);
    }

    /** Loads the images of a file of the server; returns what docker said. */
    public String load(String path, Cancellation cancellation) throws Trouble {
        return images().files().load(path, cancellation);
    }

    /** Loads the images of a file of this machine, wherever the engine is; returns what docker said. */
    public String loadFromHere(Path file, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        return images().files().loadFromHere(file, listener, cancellation);
    }

    public void load(Tarball tarball, Cancellation cancellation) throws Trouble {
        images().files().load(tarball, cancellation);
    }

    /** Makes an image of a root file system in a file of the server; returns its ID. */
    public String importRoot(String path, String name, Cancellation cancellation) throws Trouble {
        return images().files().importRoot(path, name, cancellation);
    }

    /** What an image has of what a job on several nodes needs. */
    public List<FitnessPoint> fitness(String reference, Cancellation cancellation) throws Trouble {
        return connection.server().imageFitness().of(reference, cancellation);
    }

    /** The layers and files of an image. */
    public ImageContents contents(String reference, Cancellation cancellation) throws Trouble {
        return connection.server().insideImage().of(reference, cancellation);
    }

    /** The first bytes of a file of an image. */
    public byte[] file(String reference, String path, int most, Cancellation cancellation) throws Trouble {
        return connection.server().insideImage().read(reference, path, most, cancellation);
    }

    /** Gives a file of an image on as it comes, whole. */
    public void copy(String reference, String path, OutputStream to, Cancellation cancellation) throws Trouble {
        connection.server().insideImage().copy(reference, path, to, cancellation);
    }

    /** Copies a file or folder of an image to a path of the server. */
    public void copy(String reference, String path, String to, Cancellation cancellation) throws Trouble {
        connection.server().insideImage().copy(reference, path, to, cancellation);
    }

    /** The folders of an image; none where this server has no engine, or its engine not that image. */
    public Set<String> folders(String reference, Cancellation cancellation) throws Trouble {
        return connection.server().imageFolders(reference, cancellation);
    }
}
