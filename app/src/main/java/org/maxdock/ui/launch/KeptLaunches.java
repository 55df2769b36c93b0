package org.maxdock.ui.launch;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.Launch;
import org.maxdock.operation.LaunchReviews;
import org.maxdock.operation.OpenProject;
import org.maxdock.store.Begun;
import org.maxdock.store.Json;
import org.maxdock.store.KeptPlan;
import org.maxdock.store.Plans;
import org.maxdock.store.ProjectContents;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Undo;

/** Keeps launches in the project, and their scripts in its folder. On the window's thread. */
public final class KeptLaunches {

    private final Background background;
    private final ProjectModel project;
    private final Plans plans;
    private final LaunchReviews reviews;
    private final Undo undo;
    private final Asks asks;
    private final Navigation navigation;
    private final Texts texts;
    private final Json json;

    public KeptLaunches(
            Background background,
            ProjectModel project,
            Plans plans,
            LaunchReviews reviews,
            Undo undo,
            Asks asks,
            Navigation navigation,
            Texts texts,
            Json json) {
        this.background = background;
        this.project = project;
        this.plans = plans;
        this.reviews = reviews;
        this.undo = undo;
        this.asks = asks;
        this.navigation = navigation;
        this.texts = texts;
        this.json = json;
    }

    /** A launch that is to be kept, and in which project. */
    private record Keeping(Launch launch, String plan, OpenProject in, Consumer<Launch> done) {}

    /**
     * Keeps a launch; where another one has its name already, or somebody has changed it meanwhile, that is asked.
     *
     * @param from the kept launch that it was made from, which it takes the place of
     * @param done given the launch as it is kept, when it is on the disk
     */
    void keep(Launch launch, DraftMounts mounts, Optional<Launch> from, Consumer<Launch> done) {
        String plan = mounts.keptPlan().map(KeptPlan::name).orElse("");
        Keeping what = new Keeping(launch, plan, project.get(), done);
        Begun<Launch> begun = new Begun<>(from.filter(l -> l.name().equals(launch.name())));
        Optional<Launch> known = project.launches().stream()
                .filter(l -> l.name().equals(launch.name()))
                .findFirst();
        if (begun.allows(launch, known)) {
            put(what, begun);
        } else {
            ask(what, launch, begun);
        }
    }

    /** Where another launch is in its place, that is shown; it is replaced where that is wanted. */
    private void ask(Keeping what, Launch mine, Begun<Launch> begun) {
        begun.other()
                .filter(theirs -> what.in() == project.get()
                        && isWanted(theirs, mine, begun.isOfEntry())
                        && what.in() == project.get())
                .ifPresent(theirs -> put(what, new Begun<>(Optional.of(theirs))));
    }

    private void put(Keeping what, Begun<Launch> begun) {
        AtomicReference<Launch> fresh = new AtomicReference<>(what.launch());
        project.edit(
                now -> {
                    fresh.set(plans.naming(what.launch(), what.plan(), now));
                    return now.withLaunch(fresh.get(), begun);
                },
                () -> {
                    if (begun.other().isEmpty()) {
                        kept(what, fresh.get());
                    } else {
                        ask(what, fresh.get(), begun);
                    }
                },
                background::trouble);
    }

    private boolean isWanted(Launch theirs, Launch mine, boolean changed) {
        return changed
                ? asks.look(
                        texts.get("ui.launch.changed-title"),
                        texts.get("ui.launch.changed", mine.name()),
                        new LaunchDifference(theirs, mine).text(json),
                        texts.get("ui.launch.replace-yes"))
                : asks.confirm(
                        texts.get("ui.launch.replace-title"),
                        texts.get("ui.launch.replace", mine.name()),
                        texts.get("ui.launch.replace-yes"));
    }

    private void kept(Keeping what, Launch as) {
        background.quietly(a -> accept(what.launch(), what.in()), () -> {});
        navigation.tell(texts.get("ui.launch.kept", as.name()));
        what.done().accept(as);
    }

    /** Who makes a launch of an image has chosen the image, as it is recorded now. */
    private void accept(Launch whole, OpenProject in) throws Trouble {
        Optional<ImageRecord> record = in.record(whole.image());
        if (record.isPresent()) {
            reviews.accept(whole, record.get());
        } else {
            reviews.accept(whole);
        }
    }

    /** The project keeps it no longer, which can be undone as long as no other one has its name. */
    public void forget(Launch launch) {
        OpenProject in = project.get();
        AtomicReference<ProjectContents> before = new AtomicReference<>();
        project.edit(
                now -> {
                    before.set(now);
                    return now.withoutLaunch(launch.name());
                },
                () -> {
                    if (in == project.get()) {
                        undo.offer(
                                texts.get("ui.launch.forgotten", launch.name()),
                                () -> project.edit(now -> now.withLaunchBack(launch.name(), before.get())));
                    }
                });
    }

    /** @param done when it is on the disk */
    void keepScript(Launch launch, String script, Runnable done) {
        String name = launch.name().replaceAll("[^A-Za-z0-9_-]+", "-");
        OpenProject in = project.get();
        background.quietly(
                a -> in.writeScript(name, script),
                file -> {
                    navigation.tell(texts.get("ui.launch.script-kept", file));
                    done.run();
                },
                background::trouble);
    }
}
