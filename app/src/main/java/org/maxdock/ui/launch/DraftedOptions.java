package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maxdock.launch.ContainerOptions;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.slurm.Partitions;
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
            ContainerOptions kept = same.get().container();
            fields.take(DraftField.ENVIRONMENT, kept::passedOn);
            return fields.take(DraftField.DOCKER_OPTIONS, kept::attended);
        }
        List<String> environment = fields.take(
                DraftField.ENVIRONMENT,
                () -> new ContainerOptions(variables(), "", NONE, NONE)
                        .passedOn()
                        .environment());
        String memory = fields.take(
                DraftField.SHARED_MEMORY,
                () -> new ContainerOptions(NONE, draft.text(DraftField.SHARED_MEMORY), NONE, NONE).sharedMemory());
        List<String> limits = fields.take(
                DraftField.ULIMITS,
                () -> new ContainerOptions(NONE, "", fields.parts(DraftField.ULIMITS), NONE).ulimits());
        List<String> arguments = new ArrayList<>();
        arguments.addAll(arguments(DraftField.GPUS, new DockerTexts(draft.text(DraftField.GPUS), "", "")));
        arguments.addAll(arguments(DraftField.PUBLISH, new DockerTexts("", draft.text(DraftField.PUBLISH), "")));
        arguments.addAll(
                arguments(DraftField.DOCKER_OPTIONS, new DockerTexts("", "", draft.typed(DraftField.DOCKER_OPTIONS))));
        List<String> site = fields.take(
                DraftField.SITE_OPTIONS,
                () -> ContainerOptions.NONE
                        .withSite(fields.options(DraftField.SITE_OPTIONS))
                        .site());
        return new ContainerOptions(environment, memory, limits, arguments, site);
    }

    private List<String> arguments(DraftField field, DockerTexts texts) throws FieldReader.Wrong {
        return fields.take(
                field,
                () -> new ContainerOptions(NONE, "", NONE, texts.words())
                        .attended()
                        .arguments());
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

    LaunchPlace.Allocation allocation(Partitions partition) throws FieldReader.Wrong {
        int nodes = fields.take(
                DraftField.NODES,
                () -> new LaunchPlace.Allocation(
                                partition, fields.number(DraftField.NODES, "--nodes"), TimeLimit.DEFAULT, 0, "", NONE)
                        .nodes());
        TimeLimit time = fields.take(DraftField.TIME, () -> new TimeLimit(draft.text(DraftField.TIME)));
        LaunchPlace.Allocation asked = new LaunchPlace.Allocation(partition, nodes, time, 0, "", NONE);
        Optional<LaunchPlace.Allocation> same = draft.unchanged(OF_SLURM)
                .filter(launch -> LaunchTexts.isExclusive(launch) == draft.exclusive())
                .flatMap(launch -> launch.place().allocation());
        return same.isPresent() ? with(asked, same.get()) : typed(asked);
    }

    private static LaunchPlace.Allocation with(LaunchPlace.Allocation asked, LaunchPlace.Allocation same) {
        return new LaunchPlace.Allocation(
                asked.partition(), asked.nodes(), asked.time(), same.cpus(), same.constraint(), same.more());
    }

    private LaunchPlace.Allocation typed(LaunchPlace.Allocation asked) throws FieldReader.Wrong {
        int cpus = fields.take(
                DraftField.CPUS,
                () -> new LaunchPlace.Allocation(
                                asked.partition(),
                                asked.nodes(),
                                asked.time(),
                                fields.number(DraftField.CPUS, "--cpus-per-task"),
                                "",
                                NONE)
                        .cpus());
        LaunchPlace.Allocation constrained = fields.take(
                DraftField.CONSTRAINT,
                () -> new LaunchPlace.Allocation(
                        asked.partition(), asked.nodes(), asked.time(), cpus, draft.text(DraftField.CONSTRAINT), NONE));
        List<String> more = new ArrayList<>();
        for (DraftField field : named()) {
            SlurmTexts text = new SlurmTexts(Map.of(field.word(), draft.text(field)), false, "");
            more.addAll(fields.take(field, () -> asked.withMore(text.words()).more()));
        }
        SlurmTexts rest = new SlurmTexts(Map.of(), draft.exclusive(), draft.typed(DraftField.SLURM_OPTIONS));
        more.addAll(fields.take(
                DraftField.SLURM_OPTIONS, () -> asked.withMore(rest.words()).more()));
        return constrained.withMore(more);
    }

    /** Those that are options of their own, and no part of an allocation. */
    private static List<DraftField> named() {
        return Arrays.stream(DraftField.values())
                .filter(f -> f.isSlurmOption() && f != DraftField.CPUS && f != DraftField.CONSTRAINT)
                .toList();
    }
}
