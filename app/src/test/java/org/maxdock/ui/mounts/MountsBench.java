package org.maxdock.ui.mounts;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountVerdict;
import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.MountOperations;
import org.maxdock.text.Trouble;
import org.maxdock.ui.launch.LaunchBench;

/** The models of the mounts page, beside those of the launch. */
final class MountsBench implements AutoCloseable {

    final LaunchBench all;
    final MountOperations mounts = mock(MountOperations.class);
    final ImageOperations images = mock(ImageOperations.class);
    final MountSubject subject;
    final ImageFolders image;
    final MountChecks checks;
    final Mends mends;
    final NewMapping form;
    final NamedPlans plans;
    final HostFolders folders;
    final MountsModel page;

    MountsBench(Path folder) throws Trouble {
        all = new LaunchBench(folder);
        lenient().when(mounts.predict(any(), any(), any())).thenAnswer(i -> good(i.getArgument(0)));
        lenient().when(mounts.ask(any(), any())).thenAnswer(i -> accepted(i.getArgument(0)));
        lenient().when(images.folders(any(), any())).thenReturn(Set.of("/usr"));
        lenient().when(mounts.startFolders()).thenReturn(List.of());
        lenient().when(mounts.beamtimes(org.mockito.ArgumentMatchers.anyInt())).thenReturn(List.of());
        lenient().when(mounts.hostName()).thenReturn("max-wgs");
        var connection = all.connection.model();
        var background = all.bench.background();
        var texts = all.bench.texts();
        var project = all.project.model();
        subject = new MountSubject(all.model, project, all.undo, all.asks, texts);
        image = new ImageFolders(all.model, connection, images, background, texts);
        checks = new MountChecks(subject, all.model, connection, image, mounts, background, texts, Runnable::run);
        mends = new Mends(subject, checks, all.draft, connection, mounts, texts);
        form = new NewMapping(subject, checks, image, mounts, background, Runnable::run);
        plans = new NamedPlans(subject, project, all.project.plans(), background, all.asks, texts);
        folders = new HostFolders(connection, project, mounts, background);
        page = new MountsModel(
                subject,
                checks,
                mends,
                form,
                plans,
                folders,
                image,
                all.model,
                connection,
                mounts,
                background,
                all.asks,
                texts);
    }

    static CheckedMapping checked(Mapping mapping, MountVerdict verdict) {
        return new CheckedMapping(mapping, verdict, Optional.empty(), Optional.empty(), false);
    }

    /** All of them will work. */
    static List<CheckedMapping> good(List<Mapping> plan) {
        List<CheckedMapping> all = new ArrayList<>();
        plan.forEach(m -> all.add(checked(m, new MountVerdict.Ok(List.of()))));
        return all;
    }

    /** What an engine that was asked about each says of sound mappings. */
    static List<CheckedMapping> accepted(List<Mapping> plan) {
        return good(plan).stream()
                .map(one -> one.with(one.verdict(), Optional.of("")))
                .toList();
    }

    void settle() {
        all.settle();
    }

    List<Mapping> plan() throws Trouble {
        return all.project.file("one").mounts();
    }

    @Override
    public void close() throws Trouble {
        all.close();
    }
}
