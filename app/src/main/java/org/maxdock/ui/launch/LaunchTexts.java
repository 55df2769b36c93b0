package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maxdock.host.shell.Shell;
import org.maxdock.launch.ContainerOptions;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.VirtualCluster;

/** A launch as the texts that one would type for it; {@link DraftedLaunch} leads back. */
final class LaunchTexts {

    static final String GPUS = "--gpus=";
    static final String PUBLISH = "--publish=";
    static final String EXCLUSIVE = "--exclusive";

    private final Map<DraftField, String> texts = new EnumMap<>(DraftField.class);

    private LaunchTexts() {}

    static Map<DraftField, String> of(Launch launch) {
        LaunchTexts all = new LaunchTexts();
        all.put(DraftField.NAME, launch.name());
        all.put(DraftField.IMAGE, launch.image().toString());
        all.put(DraftField.COMMAND, CommandText.show(launch.command()));
        all.put(DraftField.DIRECTORY, launch.workingDirectory());
        all.kind(launch.kind());
        all.container(launch.container());
        launch.place().allocation().ifPresent(all::allocation);
        return all.texts;
    }

    /** Whether it asks for whole nodes, as an option of SLURM's. */
    static boolean isExclusive(Launch launch) {
        return launch.place()
                .allocation()
                .filter(a -> a.more().contains(EXCLUSIVE))
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
        put(DraftField.SITE_OPTIONS, Shell.join(options.site()));
        List<String> published = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String word : options.arguments()) {
            if (word.startsWith(GPUS) && !texts.containsKey(DraftField.GPUS)) {
                put(DraftField.GPUS, word.substring(GPUS.length()));
            } else if (word.matches(PUBLISH + "\\S+")) {
                published.add(word.substring(PUBLISH.length()));
            } else {
                rest.add(word);
            }
        }
        put(DraftField.PUBLISH, String.join(" ", published));
        put(DraftField.DOCKER_OPTIONS, Shell.join(rest));
    }

    private void allocation(LaunchPlace.Allocation asked) {
        number(DraftField.NODES, asked.nodes());
        put(DraftField.TIME, asked.time().text());
        number(DraftField.CPUS, asked.cpus());
        put(DraftField.CONSTRAINT, asked.constraint());
        List<String> rest = new ArrayList<>();
        for (String word : asked.more()) {
            Optional<DraftField> field = field(word);
            if (field.isPresent()) {
                put(field.get(), word.substring(word.indexOf('=') + 1));
            } else if (!word.equals(EXCLUSIVE)) {
                rest.add(word);
            }
        }
        put(DraftField.SLURM_OPTIONS, Shell.join(rest));
    }

    /** The field for an option, if there is one that is not taken. */
    private Optional<DraftField> field(String word) {
        return Arrays.stream(DraftField.values())
                .filter(DraftField::isSlurmOption)
                .filter(f -> word.startsWith("--" + f.word() + "=") && !texts.containsKey(f))
                .filter(f -> !word.endsWith("="))
                .findFirst();
    }
}
