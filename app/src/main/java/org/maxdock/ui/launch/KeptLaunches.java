package org.maxdock.ui.launch;

import java.util.Optional;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.Launch;
import org.maxdock.operation.LaunchReviews;
import org.maxdock.operation.OpenProject;
import org.maxdock.store.Plans;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.ProjectModel;

/** Keeps launches in the project, and their scripts in its folder. On the window's thread. */
public final class KeptLaunches {

    private final Background background;
    private final ProjectModel project;
    private final Plans plans;
    private final LaunchReviews reviews;
    private final Asks asks;
    private final Navigation navigation;
    private final Texts texts;

    public KeptLaunches(
            Background background,
            ProjectModel project,
            Plans plans,
            LaunchReviews reviews,
            Asks asks,
            Navigation navigation,
            Texts texts) {
        this.background = background;
        this.project = project;
        this.plans = plans;
        this.reviews = reviews;
        this.asks = asks;
        this.navigation = navigation;
        this.texts = texts;
    }

    /**
     * Keeps a launch; where another one has its name already, that is asked first.
     *
     * @param from the kept launch that it was made from, which it takes the place of
     * @param done when it is on the disk
     */
    void keep(Launch launch, DraftMounts mounts, Optional<Launch> from, Runnable done) {
        OpenProject in = project.get();
        boolean another = project.launches().stream().anyMatch(l -> l.name().equals(launch.name()))
                && from.filter(l -> l.name().equals(launch.name())).isEmpty();
        boolean meant = !another
                || asks.confirm(
                        texts.get("ui.launch.replace-title"),
                        texts.get("ui.launch.replace", launch.name()),
                        texts.get("ui.launch.replace-yes"));
        if (!meant || in != project.get()) {
            return;
        }
        String plan = mounts instanceof DraftMounts.Own own ? own.plan() : "";
        project.edit(
                now -> now.withLaunch(plans.naming(launch, plan, in)),
                () -> {
                    background.quietly(a -> accept(launch, plan, in), () -> {});
                    navigation.tell(texts.get("ui.launch.kept", launch.name()));
                    done.run();
                },
                background::trouble);
    }

    /** Who makes a launch of an image has chosen the image, as it is recorded now. */
    private void accept(Launch launch, String plan, OpenProject in) throws Trouble {
        Launch whole = plans.expand(plans.naming(launch, plan, in), in);
        Optional<ImageRecord> record = in.record(launch.image());
        if (record.isPresent()) {
            reviews.accept(whole, record.get());
        } else {
            reviews.accept(whole);
        }
    }

    void keepScript(Launch launch, String script) {
        String name = launch.name().replaceAll("[^A-Za-z0-9_-]+", "-");
        OpenProject in = project.get();
        background.quietly(
                a -> in.writeScript(name, script),
                file -> navigation.tell(texts.get("ui.launch.script-kept", file)),
                background::trouble);
    }
}
