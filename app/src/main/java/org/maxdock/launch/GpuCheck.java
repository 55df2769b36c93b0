package org.maxdock.launch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.slurm.NodeShape;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PartitionName;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/**
 * Whether there are GPUs where a launch asks Docker for some, and whether it asks SLURM for them too. SLURM tells of
 * GPUs as generic resources; a site that grants whole nodes may tell of them as features only.
 */
final class GpuCheck implements LaunchCheck {

    private final Slurm slurm;

    GpuCheck(Slurm slurm) {
        this.slurm = slurm;
    }

    @Override
    public String subject() {
        return "gpus";
    }

    @Override
    public List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record) throws Trouble {
        Optional<LaunchPlace.Allocation> wanted = launch.place().allocation();
        if (wanted.isEmpty() || launch.container().arguments().stream().noneMatch(GpuRequest::isOne)) {
            return List.of();
        }
        List<PartitionName> asked = asked(wanted.get());
        List<NodeShape> nodes = slurm.shapes();
        List<NodeShape> there =
                nodes.stream().filter(n -> asked.contains(n.partition())).toList();
        if (there.stream().noneMatch(GpuCheck::hasSome)) {
            return List.of(none(asked, nodes));
        }
        if (there.stream().filter(GpuCheck::hasSome).allMatch(n -> n.hasGres("gpu"))
                && launch.options().stream().noneMatch(GpuCheck::asksSlurm)) {
            return List.of(PreflightCheck.fails(
                    "gpus", Message.of("check.gpus.not-asked"), Message.of("check.gpus.ask", "--gres=gpu:1")));
        }
        return List.of(
                GpuSteps.isPrivileged(launch)
                        ? PreflightCheck.note("gpus", Message.of("check.gpus.privileged"))
                        : PreflightCheck.ok("gpus", Message.of("check.gpus.granted")));
    }

    private List<PartitionName> asked(LaunchPlace.Allocation wanted) throws Trouble {
        Predicate<Partition> meant = wanted.partition().isDefault()
                ? Partition::isDefault
                : p -> wanted.partition().has(p.name());
        return slurm.partitions().stream().filter(meant).map(Partition::name).toList();
    }

    private static boolean hasSome(NodeShape node) {
        return node.hasGres("gpu") || node.features().toLowerCase(Locale.ROOT).contains("gpu");
    }

    /** Options of salloc and sbatch by which a job is granted some, or whole nodes. */
    private static boolean asksSlurm(String option) {
        return option.matches("--(gres=.*gpu|gpus|tres-per-|exclusive(=exclusive)?$).*|-G.*");
    }

    private static PreflightCheck none(List<PartitionName> asked, List<NodeShape> nodes) {
        String names = asked.stream().map(PartitionName::text).collect(Collectors.joining(", "));
        String others = nodes.stream()
                .filter(GpuCheck::hasSome)
                .map(n -> n.partition().text())
                .distinct()
                .collect(Collectors.joining(", "));
        return PreflightCheck.fails(
                "gpus",
                Message.of("check.gpus.none", names),
                others.isEmpty() ? Message.of("check.gpus.nowhere") : Message.of("check.gpus.elsewhere", others));
    }
}
