package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maxdock.launch.ContainerOptions;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.slurm.PartitionName;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.text.Trouble;

/** The further options of a drafted launch, of the container and of SLURM. */
final class DraftedOptions {

    private static final Set<DraftField> OF_CONTAINER = EnumSet.range(DraftField.ENVIRONMENT, DraftField.SITE_OPTIONS);
    private static final Set<DraftField> OF_SLURM = EnumSet.range(DraftField.CPUS, DraftField.SLURM_OPTIONS);
    private static final List<String> NONE = List.of();

    private final DraftValues draft;
    private final FieldReader fields;

    DraftedOptions(DraftValues draft, FieldReader fields) {
        this.draft = draft;
        this.fields = fields;
    }

    ContainerOptions container() throws FieldReader.Wrong {
        Optional<Launch> same = draft.unchanged(OF_CONTAINER);
        if (same.isPresent()) {
            return same.get().container();
        }
        List<String> environment = fields.take(
                DraftField.ENVIRONMENT, () -> new ContainerOptions(variables(), "", NONE, NONE).environment());
        String memory = fields.take(
                DraftField.SHARED_MEMORY,
                () -> new ContainerOptions(NONE, draft.text(DraftField.SHARED_MEMORY), NONE, NONE).sharedMemory());
        List<String> limits = fields.take(
                DraftField.ULIMITS,
                () -> new ContainerOptions(NONE, "", fields.parts(DraftField.ULIMITS), NONE).ulimits());
        List<String> arguments = new ArrayList<>();
        arguments.addAll(arguments(DraftField.GPUS, () -> prefixed(LaunchTexts.GPUS, gpus())));
        arguments.addAll(
                arguments(DraftField.PUBLISH, () -> prefixed(LaunchTexts.PUBLISH, fields.parts(DraftField.PUBLISH))));
        arguments.addAll(arguments(DraftField.DOCKER_OPTIONS, () -> fields.options(DraftField.DOCKER_OPTIONS)));
        List<String> site = fields.take(
                DraftField.SITE_OPTIONS,
                () -> ContainerOptions.NONE
                        .withSite(fields.options(DraftField.SITE_OPTIONS))
                        .site());
        return new ContainerOptions(environment, memory, limits, arguments, site);
    }

    private interface Words {
        List<String> read() throws Trouble;
    }

    private List<String> arguments(DraftField field, Words words) throws FieldReader.Wrong {
        return fields.take(field, () -> new ContainerOptions(NONE, "", NONE, words.read()).arguments());
    }

    private List<String> gpus() {
        String text = draft.text(DraftField.GPUS);
        return text.isEmpty() ? NONE : List.of(text);
    }

    private static List<String> prefixed(String option, List<String> values) {
        return values.stream().map(v -> option + v).toList();
    }

    private List<String> variables() throws Trouble {
        List<String> variables = new ArrayList<>();
        for (String line : draft.typed(DraftField.ENVIRONMENT).split("\n")) {
            if (!line.isBlank()) {
                variables.add(Variables.read(line));
            }
        }
        return variables;
    }

    LaunchPlace.Allocation allocation(PartitionName partition) throws FieldReader.Wrong {
        int nodes = fields.take(
                DraftField.NODES,
                () -> new LaunchPlace.Allocation(
                                partition, fields.number(DraftField.NODES, "--nodes"), TimeLimit.DEFAULT, 0, "", NONE)
                        .nodes());
        TimeLimit time = fields.take(DraftField.TIME, () -> new TimeLimit(draft.text(DraftField.TIME)));
        int cpus = fields.take(
                DraftField.CPUS,
                () -> new LaunchPlace.Allocation(
                                partition, nodes, time, fields.number(DraftField.CPUS, "--cpus-per-task"), "", NONE)
                        .cpus());
        LaunchPlace.Allocation asked = fields.take(
                DraftField.CONSTRAINT,
                () -> new LaunchPlace.Allocation(
                        partition, nodes, time, cpus, draft.text(DraftField.CONSTRAINT), NONE));
        return asked.withMore(more(asked));
    }

    private List<String> more(LaunchPlace.Allocation asked) throws FieldReader.Wrong {
        Optional<LaunchPlace.Allocation> same = draft.unchanged(OF_SLURM)
                .filter(launch -> LaunchTexts.isExclusive(launch) == draft.exclusive())
                .flatMap(launch -> launch.place().allocation());
        if (same.isPresent()) {
            return same.get().more();
        }
        List<String> all = new ArrayList<>();
        for (DraftField field : named()) {
            if (!draft.text(field).isEmpty()) {
                String option = "--" + field.word() + "=" + draft.text(field);
                all.addAll(
                        fields.take(field, () -> asked.withMore(List.of(option)).more()));
            }
        }
        if (draft.exclusive()) {
            all.add(LaunchTexts.EXCLUSIVE);
        }
        all.addAll(fields.take(
                DraftField.SLURM_OPTIONS,
                () -> asked.withMore(fields.options(DraftField.SLURM_OPTIONS)).more()));
        return all;
    }

    /** Those that are options of their own, and no part of an allocation. */
    private static List<DraftField> named() {
        return Arrays.stream(DraftField.values())
                .filter(f -> f.isSlurmOption() && f != DraftField.CPUS && f != DraftField.CONSTRAINT)
                .toList();
    }
}
