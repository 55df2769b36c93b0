package org.maxdock.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.Mapping;
import org.maxdock.store.Json;
import org.maxdock.store.Plans;
import org.maxdock.store.Project;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.ProjectModel;

/** A real project in a real folder, open in the window's model. */
public final class ProjectBench implements AutoCloseable {

    private final ModelBench bench;
    private final Path folder;
    private final ProjectModel model;
    private final Plans plans;

    public ProjectBench(ModelBench bench, Path folder) {
        this.bench = bench;
        this.folder = folder;
        this.model = new ProjectModel(bench.background(), new Json());
        this.plans = new Plans(folder.resolve("plans.json"), new Json());
    }

    public ProjectModel model() {
        return model;
    }

    public Plans plans() {
        return plans;
    }

    /** The project of that name, as another program would see it. */
    public Project file(String name) {
        try {
            return new Project(Files.createDirectories(folder.resolve(name)), new Json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void open(String name) {
        model.open(file(name).folder());
        bench.settle();
    }

    /** Lets all end that was asked, the edits of the project too. */
    public void settle() {
        bench.settle();
        if (model.get() != null) {
            try {
                model.get().change(now -> now); // its turn comes after all others
            } catch (Trouble e) {
                throw new AssertionError(e);
            }
        }
        bench.settle();
    }

    @Override
    public void close() throws Trouble {
        model.close();
    }

    /** What stands in its file. */
    public String bytes(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve(Project.FILE));
    }

    public static ImageRecord record(String reference, String at) {
        Identity identity = new Identity(
                List.of(),
                "sha256:" + "1".repeat(64),
                "sha256:" + "1".repeat(64),
                "",
                List.of("sha256:" + "2".repeat(64)),
                RunConfiguration.NONE,
                "linux/amd64");
        return ImageRecord.of(ImageReference.parse(reference), identity, Instant.parse(at), "max-wgs", "mxuser");
    }

    public static Launch launch(String name, String image, Mapping... mounts) {
        return new Launch(
                name,
                ImageReference.parse(image),
                List.of(mounts),
                List.of(),
                RunMode.ME,
                LaunchPlace.Allocation.of("maxcpu", 1, "1:00:00"),
                List.of("process", "/data/frame_0001.cbf"),
                "/data");
    }

    /** A project with two recorded images, a plan, and a launch whose mounts are others. */
    public Project filled(String name) throws Trouble {
        Project project = file(name);
        project.put(record("r/old:1", "2026-01-01T00:00:00Z"));
        project.put(record("r/new:1", "2026-02-01T00:00:00Z"));
        project.putMounts(List.of(new Mapping("/a", "/data", true), new Mapping("/b", "/b", false)));
        project.put(launch("recon", "r/old:1", new Mapping("/c", "/data", true)));
        return project;
    }
}
