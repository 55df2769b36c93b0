package org.maxdock.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.launch.Launch;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * What a project's file holds at one time, all of it valid; it never changes. Each {@code with} makes another one,
 * which is written by {@link EditableProject#change}.
 */
public final class ProjectContents {

    private static final int BUILDS = 20;
    private static final String SIGNED_BY = "signedBy";

    private final Document document;
    private final List<ImageRecord> records;
    private final List<Mapping> mounts;
    private final List<MountPlan> plans;
    private final List<Launch> launches;
    private final List<KeptBuild> builds;
    private final List<String> signedBy;

    /** @throws Trouble where an entry is not valid, which it names */
    ProjectContents(Document document) throws Trouble {
        this.document = document;
        this.records = document.list("images", ImageRecord.class);
        this.mounts = document.list("mounts", Mapping.class);
        this.plans = document.list("plans", MountPlan.class);
        this.launches = document.list("launches", Launch.class);
        this.builds = document.list("builds", KeptBuild.class);
        List<String> names = document.texts(SIGNED_BY);
        this.signedBy = InvalidValue.orTrouble(() -> RecordSignature.names(SIGNED_BY, names));
    }

    JsonNode root() {
        return document.root();
    }

    public List<ImageRecord> records() {
        return records;
    }

    /** The record of an image; empty where none was made. */
    public Optional<ImageRecord> record(ImageReference reference) {
        return records.stream().filter(r -> r.reference().equals(reference)).findFirst();
    }

    /** The same for what somebody calls an image; empty also for what is no name. */
    public Optional<ImageRecord> record(String reference) {
        return ImageReference.read(reference).flatMap(this::record);
    }

    /** The project's mount plan. */
    public List<Mapping> mounts() {
        return mounts;
    }

    /** The project's own mount plans by name; those for all projects are elsewhere ({@link Plans}). */
    public List<MountPlan> plans() {
        return plans;
    }

    /** The project's own plan of that name; empty for none. */
    public Optional<MountPlan> plan(String name) {
        return plans.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    public List<Launch> launches() {
        return launches;
    }

    /** The launch that is kept under that name; empty for none. */
    public Optional<Launch> launch(String name) {
        return launches.stream().filter(l -> l.name().equals(name)).findFirst();
    }

    /** Who must have signed what is started from the project; none where that is free. */
    public List<String> signedBy() {
        return signedBy;
    }

    public ProjectContents withSignedBy(List<String> names) throws Trouble {
        return new ProjectContents(
                document.with(SIGNED_BY, InvalidValue.orTrouble(() -> RecordSignature.names(SIGNED_BY, names))));
    }

    /** The latest builds, oldest first. */
    public List<KeptBuild> builds() {
        return builds;
    }

    /** The build that made an image; empty where it is not remembered. */
    public Optional<KeptBuild> build(String id) {
        return builds.stream().filter(b -> b.id().equals(id)).reduce((first, second) -> second);
    }

    /**
     * With a record in the place of an older one of the same image, which becomes its history where it was of another
     * content.
     */
    public ProjectContents withRecord(ImageRecord record) throws Trouble {
        Optional<ImageRecord> older = record(record.reference());
        ImageRecord kept = older.isPresent() ? record.after(older.get()) : record;
        Predicate<JsonNode> which =
                n -> kept.reference().isSame(n.path("reference").asText());
        boolean other = older.isPresent() && !older.get().content().equals(kept.content());
        return new ProjectContents(
                other ? document.putSuccessor("images", which, kept) : document.put("images", which, kept));
    }

    /**
     * With what was learned of a record, a signature, a name or a file, added to the one that is kept.
     *
     * @throws Trouble where that is of another content by now, or is gone
     */
    public ProjectContents withLearned(ImageRecord learned) throws Trouble {
        Optional<ImageRecord> kept = record(learned.reference());
        if (kept.filter(k -> k.content().equals(learned.content())).isEmpty()) {
            throw new Trouble(TroubleKind.RECORD_CHANGED, learned.reference());
        }
        return withRecord(learned);
    }

    /** Without the record of an image, and its history. */
    public ProjectContents withoutRecord(ImageReference image) throws Trouble {
        return new ProjectContents(
                document.without("images", n -> image.isSame(n.path("reference").asText())));
    }

    /** With a record, and its history, as they were in the project earlier, unless there is one of that image. */
    public ProjectContents withRecordBack(ImageReference image, ProjectContents earlier) throws Trouble {
        return new ProjectContents(document.withBack(
                "images", n -> image.isSame(n.path("reference").asText()), earlier.document));
    }

    /** With another build remembered, and the oldest ones forgotten. */
    public ProjectContents withBuild(KeptBuild build) throws Trouble {
        return new ProjectContents(document.append("builds", build, BUILDS));
    }

    public ProjectContents withMounts(List<Mapping> mappings) throws Trouble {
        return new ProjectContents(document.with("mounts", mappings));
    }

    /** With a plan in the place of an older one of the same name. */
    public ProjectContents withPlan(MountPlan plan) throws Trouble {
        return new ProjectContents(document.put("plans", "name", plan.name(), plan));
    }

    public ProjectContents withoutPlan(String name) throws Trouble {
        return new ProjectContents(
                document.without("plans", n -> n.path("name").asText().equals(name)));
    }

    /** The same, unless somebody has put another one in its place since its edit began. */
    public ProjectContents withPlan(MountPlan plan, Begun<MountPlan> begun) throws Trouble {
        return begun.allows(plan, plan(plan.name())) ? withPlan(plan) : this;
    }

    /** With a launch in the place of an older one of the same name. */
    public ProjectContents withLaunch(Launch launch) throws Trouble {
        return new ProjectContents(document.put("launches", "name", launch.name(), launch));
    }

    /** The same, unless somebody has put another one in its place since its edit began. */
    public ProjectContents withLaunch(Launch launch, Begun<Launch> begun) throws Trouble {
        return begun.allows(launch, launch(launch.name())) ? withLaunch(launch) : this;
    }

    /** With a launch as it was in the project earlier, unless there is one of that name. */
    public ProjectContents withLaunchBack(String name, ProjectContents earlier) throws Trouble {
        return new ProjectContents(
                document.withBack("launches", n -> n.path("name").asText().equals(name), earlier.document));
    }

    public ProjectContents withoutLaunch(String name) throws Trouble {
        return new ProjectContents(
                document.without("launches", n -> n.path("name").asText().equals(name)));
    }

    /** Whether they are the same, fields of later versions included. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ProjectContents contents && contents.root().equals(root());
    }

    @Override
    public int hashCode() {
        return root().hashCode();
    }
}
