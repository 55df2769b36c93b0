package org.maxdock.ui.launch;

import java.util.EnumSet;
import java.util.List;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.VirtualCluster;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Trouble;
import org.maxdock.text.Valid;

/** The launch that a draft is, put together field by field, so that what is wrong is told beside its field. */
final class DraftedLaunch {

    private final DraftValues draft;
    private final FieldReader fields;

    private DraftedLaunch(DraftValues draft) {
        this.draft = draft;
        this.fields = new FieldReader(draft);
    }

    /**
     * @param image what the launch is of, by its name; empty for none
     * @param mappings what it maps
     */
    static Drafted of(DraftValues draft, String image, List<Mapping> mappings) {
        try {
            return new Drafted.Ready(new DraftedLaunch(draft).launch(image, mappings));
        } catch (FieldReader.Wrong e) {
            return new Drafted.Wrong(e.field(), e.trouble());
        }
    }

    private Launch launch(String image, List<Mapping> mappings) throws FieldReader.Wrong {
        ImageReference reference = fields.take(DraftField.IMAGE, () -> ImageReference.parse(image));
        LaunchKind kind = kind();
        LaunchPlace place = place();
        Launch named = fields.take(
                DraftField.NAME,
                () -> new Launch(
                        draft.text(DraftField.NAME),
                        reference,
                        List.of(),
                        List.of(),
                        draft.mode(),
                        place,
                        List.of(),
                        ""));
        List<String> words = command(draft);
        Launch commanded = fields.take(DraftField.COMMAND, () -> named.withCommand(words));
        Launch placed = fields.take(
                DraftField.DIRECTORY,
                () -> new Launch(
                        commanded.name(),
                        reference,
                        mappings,
                        List.of(),
                        draft.mode(),
                        place,
                        words,
                        Valid.line("--workdir", draft.text(DraftField.DIRECTORY), Valid.LONG)));
        Launch demanding =
                fields.take(DraftField.SIGNED_BY, () -> placed.withSignedBy(fields.parts(DraftField.SIGNED_BY)));
        return demanding.withKind(kind).withContainer(new DraftedOptions(draft, fields).container());
    }

    /** The command that a draft says. */
    static List<String> command(DraftValues draft) {
        return draft.unchanged(EnumSet.of(DraftField.COMMAND))
                .map(Launch::command)
                .orElseGet(() -> CommandText.parse(draft.text(DraftField.COMMAND)));
    }

    private LaunchKind kind() throws FieldReader.Wrong {
        VirtualCluster cluster = cluster();
        return switch (draft.kind()) {
            case SHELL -> new LaunchKind.Shell(cluster);
            case COMMAND -> new LaunchKind.Command(cluster);
            case BATCH ->
                fields.take(DraftField.ARRAY, () -> new LaunchKind.Batch(draft.text(DraftField.ARRAY), cluster));
            case MPI -> mpi(cluster);
            case JUPYTER ->
                fields.take(DraftField.PORT, () -> new LaunchKind.Jupyter(number(DraftField.PORT, "--port")));
            case WEB -> fields.take(DraftField.PORT, () -> new LaunchKind.Web(number(DraftField.PORT, "--port")));
            case X11 -> new LaunchKind.X11();
        };
    }

    private LaunchKind mpi(VirtualCluster cluster) throws FieldReader.Wrong {
        int ranks = fields.take(
                DraftField.RANKS, () -> new LaunchKind.Mpi(number(DraftField.RANKS, "--ranks"), "", cluster).ranks());
        return fields.take(
                DraftField.NETWORK, () -> new LaunchKind.Mpi(ranks, draft.text(DraftField.NETWORK), cluster));
    }

    private VirtualCluster cluster() throws FieldReader.Wrong {
        if (!draft.isAsked(DraftField.CLUSTER)) {
            return VirtualCluster.SITES;
        }
        int port = fields.take(DraftField.PORT, () -> new VirtualCluster("", number(DraftField.PORT, "--port")).port());
        return fields.take(DraftField.CLUSTER, () -> new VirtualCluster(draft.text(DraftField.CLUSTER), port));
    }

    private LaunchPlace place() throws FieldReader.Wrong {
        return switch (draft.place()) {
            case PlaceChoice.Server here -> new LaunchPlace.OnServer();
            case PlaceChoice.Job there -> new LaunchPlace.InJob(there.id());
            case PlaceChoice.Queue queue -> new DraftedOptions(draft, fields).allocation(queue.partition());
        };
    }

    private int number(DraftField field, String option) throws Trouble {
        return fields.number(field, option);
    }
}
