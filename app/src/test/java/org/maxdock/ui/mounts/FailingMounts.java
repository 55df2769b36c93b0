package org.maxdock.ui.mounts;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountVerdict;
import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.MountOperations;
import org.maxdock.store.Json;
import org.maxdock.store.Plans;
import org.maxdock.text.Message;
import org.maxdock.ui.WindowSide;
import org.maxdock.ui.launch.DraftModel;
import org.maxdock.ui.launch.LaunchDraft;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.Undo;

/** The page of mounts at a server whose folders cannot be read or made, and what a user does there. */
public final class FailingMounts {

    private final WindowSide side;
    private final MountsModel page;

    public FailingMounts(WindowSide side) {
        this.side = side;
        var texts = side.bench().texts();
        LaunchDraft draft = new LaunchDraft();
        DraftModel launch = new DraftModel(draft, side.project(), new ImageInHand(side.project()));
        MountOperations mounts = new MountOperations(side.link());
        MountSubject subject = new MountSubject(launch, side.project(), new Undo(side.project()), side.asks(), texts);
        var checking = side.over(Place.MOUNT_CHECKS);
        var plan = side.at(Place.PLAN);
        ImageFolders image = new ImageFolders(
                launch, side.over(Place.FOLDERS), new ImageOperations(side.link()), side.at(Place.FOLDERS), texts);
        MountChecks checks = new MountChecks(
                subject, launch, checking, image, mounts, side.at(Place.MOUNT_CHECKS), texts, Runnable::run);
        Plans plans = new Plans(side.folder().resolve("plans.json"), new Json());
        page = new MountsModel(
                subject,
                checks,
                new Mends(subject, checks, draft, checking, mounts, texts),
                new NewMapping(subject, checks, image, mounts, plan, Runnable::run),
                new NamedPlans(subject, side.project(), plans, plan, side.asks(), texts),
                new HostFolders(side.over(Place.FOLDERS), side.project(), mounts, side.at(Place.FOLDERS)),
                image,
                launch,
                side.over(Place.PLAN),
                mounts,
                plan,
                side.asks(),
                texts);
    }

    public void paste(String text) {
        side.asks().is(text);
        page.paste();
    }

    public void keep(String name) {
        side.asks().is(name);
        page.plans().keep(false);
    }

    /** As the mend of a mapping whose folder is not there. */
    public void create(String folder) {
        page.mends()
                .create(MountsBench.checked(
                        new Mapping(folder, "/data", true),
                        new MountVerdict.Missing(new Message("x", List.of()), true)));
    }

    /** What the tree shows below a folder that cannot be read; empty for one that can. */
    public String below(String folder) {
        AtomicBoolean failed = new AtomicBoolean();
        page.folders().read(folder, 0, found -> {}, trouble -> failed.set(true));
        side.bench().settle();
        return failed.get() ? side.bench().texts().get("ui.mounts.closed") : "";
    }
}
