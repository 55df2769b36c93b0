package org.maxdock.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.Images;
import org.maxdock.image.MendWay;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.Source;
import org.maxdock.node.NodeProvider;
import org.maxdock.store.EditableProject;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Brings recorded images back, by ways that have names. Whether it worked, a new verification tells. */
public final class Mender {

    private final Server bench;
    private final EditableProject project;

    public Mender(Server bench, EditableProject project) {
        this.bench = bench;
        this.project = project;
    }

    /** The ways that there are for a place, the better ones first. */
    public static List<MendWay> ways(ImageRecord record, Location where) {
        return switch (where) {
            case Location.Node node -> NodeProvider.ways(record);
            case Location.Server server -> {
                List<MendWay> ways = new ArrayList<>(NodeProvider.ways(record));
                if (record.source().filter(Source::isThere).isPresent()) {
                    ways.add(MendWay.REBUILD);
                }
                yield ways;
            }
            case Location.Registry registry -> List.of(MendWay.PUSH);
            case Location.Archive archive -> List.of(MendWay.SAVE);
        };
    }

    /** Mends an image at some places by one way: all nodes that need it in one job step. */
    public void mend(
            ImageRecord record,
            List<Location> places,
            MendWay way,
            Progress.Listener listener,
            Cancellation cancellation)
            throws Trouble {
        var nodes = places.stream()
                .filter(Location.Node.class::isInstance)
                .map(Location.Node.class::cast)
                .collect(Collectors.groupingBy(
                        Location.Node::partition, Collectors.mapping(Location.Node::name, Collectors.toList())));
        for (var partition : nodes.entrySet()) {
            bench.provider().provide(partition.getValue(), record, partition.getKey(), cancellation, way);
        }
        for (Location place : places) {
            switch (place) {
                case Location.Node node -> {}
                case Location.Server server -> here(record, way, listener, cancellation);
                case Location.Registry registry -> pushAgain(record, listener, cancellation);
                case Location.Archive archive -> saveAgain(record, archive.path(), listener, cancellation);
            }
        }
    }

    private void here(ImageRecord record, MendWay way, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        Images images = bench.images();
        switch (way) {
            case PULL -> {
                String name = record.identity()
                        .pullName(record.reference())
                        .orElseThrow(() -> new Trouble(TroubleKind.NOT_FETCHABLE, record.reference()));
                images.pull(name, listener, cancellation);
                images.tag(name, record.reference().toString());
            }
            case LOAD ->
                images.files()
                        .load(
                                record.tarball()
                                        .orElseThrow(() -> new Trouble(TroubleKind.NOT_FETCHABLE, record.reference())),
                                cancellation);
            case REBUILD -> {
                Source source =
                        record.source().orElseThrow(() -> new Trouble(TroubleKind.NOT_FETCHABLE, record.reference()));
                BuildFolder folder = source.server().isEmpty()
                        ? new BuildFolder.Here(project.folder())
                        : new BuildFolder.OnServer(source.server());
                bench.engineWhere().mustReach(folder);
                new Recorder(project, images)
                        .build(
                                new BuildRequest(
                                        folder,
                                        source.dockerfile(),
                                        record.reference().toString(),
                                        BuildOptions.NONE),
                                listener,
                                cancellation);
            }
            case PUSH, SAVE -> throw new Trouble(TroubleKind.NOT_FETCHABLE, record.reference());
        }
    }

    /** Only what is the recorded image goes out again. */
    private void pushAgain(ImageRecord record, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        mustHold(record);
        new Recorder(project, bench.images()).push(record.reference().toString(), listener, cancellation);
    }

    private void saveAgain(ImageRecord record, String path, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        mustHold(record);
        new Recorder(project, bench.images()).save(record.reference().toString(), path, listener, cancellation);
    }

    private void mustHold(ImageRecord record) throws Trouble {
        if (!bench.images().verify(record).holds()) {
            throw new Trouble(
                    TroubleKind.NOT_RECORDED_HERE,
                    record.reference(),
                    bench.engineWhere().host());
        }
    }
}
