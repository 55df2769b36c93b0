package org.maxdock.ui.launch;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.maxdock.host.shell.OptionWords;
import org.maxdock.launch.ContainerOptions;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.VirtualCluster;

/** A launch as the texts that one would type for it; {@link DraftedLaunch} leads back. */
final class LaunchTexts {

    private final Map<DraftField, String> texts = new EnumMap<>(DraftField.class);

    private LaunchTexts() {}

    static Map<DraftField, String> of(Launch launch) {
        LaunchTexts all = new LaunchTexts();
        all.put(DraftField.NAME, launch.name());
        all.put(DraftField.IMAGE, launch.image().toString());
        all.put(DraftField.COMMAND, FieldText.shown(CommandText.show(launch.command())));
        all.put(DraftField.DIRECTORY, FieldText.shown(launch.workingDirectory()));
        all.put(DraftField.SIGNED_BY, String.join(" ", launch.signedBy()));
        all.kind(launch.kind());
        all.container(launch.container());
        launch.place().allocation().ifPresent(all::allocation);
        return all.texts;
    }

    /** Whether it asks for whole nodes, as an option of SLURM's. */
    static boolean isExclusive(Launch launch) {
        return launch.place()
                .allocation()
                .filter(a -> SlurmTexts.of(a.asMore()).exclusive())
                .isPresent();
    }

    private void put(DraftField field, String text) {
        if (!text.isEmpty()) {
            texts.put(field, text);
        }
    }

    private void number(DraftField field, int number) {
        put(field, number == 0 ? "" : Integer.toString(number));
    }

    private void kind(LaunchKind kind) {
        VirtualCluster cluster = kind.clusterIfAny();
        put(DraftField.CLUSTER, cluster.name());
        number(DraftField.PORT, cluster.port());
        switch (kind) {
            case LaunchKind.Batch batch -> put(DraftField.ARRAY, batch.array());
            case LaunchKind.Mpi mpi -> {
                number(DraftField.RANKS, mpi.ranks());
                put(DraftField.NETWORK, mpi.network());
            }
            case LaunchKind.Serving application -> number(DraftField.PORT, application.port());
            case LaunchKind.Shell shell -> {}
            case LaunchKind.Command command -> {}
            case LaunchKind.X11 program -> {}
        }
    }

    private void container(ContainerOptions options) {
        put(
                DraftField.ENVIRONMENT,
                options.environment().stream().map(Variables::show).collect(Collectors.joining("\n")));
        put(DraftField.SHARED_MEMORY, options.sharedMemory());
        put(DraftField.ULIMITS, String.join(" ", options.ulimits()));
        put(DraftField.SITE_OPTIONS, OptionWords.write(options.site()));
        DockerTexts docker = DockerTexts.of(options.arguments());
        put(DraftField.GPUS, docker.gpus());
        put(DraftField.PUBLISH, docker.ports());
        put(DraftField.DOCKER_OPTIONS, docker.others());
    }

    private void allocation(LaunchPlace.Allocation asked) {
        number(DraftField.NODES, asked.nodes());
        put(DraftField.TIME, asked.time().text());
        SlurmTexts slurm = SlurmTexts.of(asked.asMore());
        for (DraftField field : DraftField.values()) {
            if (field.isSlurmOption()) {
                put(field, slurm.known().getOrDefault(field.word(), ""));
            }
        }
        put(DraftField.SLURM_OPTIONS, slurm.others());
    }
}
