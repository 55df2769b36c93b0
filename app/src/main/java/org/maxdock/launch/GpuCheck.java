package org.maxdock.launch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.slurm.NodeNames;
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

    private static final String NODELIST = "--nodelist=";

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
        List<NodeShape> possible = possible(launch, wanted.get(), there);
        if (!possible.stream().allMatch(GpuCheck::hasSome)) {
            return List.of(onSome(possible, there));
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

    /** Where the job may come to; none where only SLURM can tell, by an expression of features say. */
    private static List<NodeShape> possible(Launch launch, LaunchPlace.Allocation wanted, List<NodeShape> there) {
        boolean left = wanted.constraint().matches("(?s).*[^A-Za-z0-9_.-].*")
                || wanted.more().stream().anyMatch(o -> o.matches("(?s)--(constraint|exclude|prefer)=.*|-[Cx].*"));
        if (left) {
            return List.of();
        }
        boolean granted = launch.options().stream().anyMatch(GpuCheck::asksForSome);
        NodesWanted place = NodesWanted.of(wanted);
        return there.stream()
                .filter(n -> place.isMetBy(n) && isNamed(n, wanted) && (!granted || n.hasGres("gpu")))
                .toList();
    }

    /** Whether the job can come to this node by what it says of nodes by name. */
    private static boolean isNamed(NodeShape node, LaunchPlace.Allocation wanted) {
        return wanted.more().stream()
                .filter(o -> o.startsWith(NODELIST))
                .map(o -> o.substring(NODELIST.length()))
                .allMatch(names -> isAmong(node, names));
    }

    /** What a file of names holds is SLURM's to say. */
    private static boolean isAmong(NodeShape node, String names) {
        return names.contains("/")
                || NodeNames.expand(names).contains(node.name().text());
    }

    /** It may come to one that has none: Docker would say so, when the allocation is there. */
    private static PreflightCheck onSome(List<NodeShape> possible, List<NodeShape> there) {
        List<NodeShape> with = there.stream().filter(GpuCheck::hasSome).toList();
        long all = possible.stream().map(NodeShape::name).distinct().count();
        long some = possible.stream()
                .filter(GpuCheck::hasSome)
                .map(NodeShape::name)
                .distinct()
                .count();
        String option = with.stream().anyMatch(n -> n.hasGres("gpu"))
                ? "--gres=gpu:1"
                : "-C "
                        + with.stream()
                                .flatMap(n -> Arrays.stream(n.features().split(",")))
                                .filter(f -> f.toLowerCase(Locale.ROOT).contains("gpu"))
                                .findFirst()
                                .orElse("gpu");
        return PreflightCheck.fails(
                "gpus", Message.of("check.gpus.on-some", some, all), Message.of("check.gpus.ask", option));
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

    /** Options by which a job comes to nodes alone that SLURM counts GPUs of. */
    private static boolean asksForSome(String option) {
        return option.matches("--(gres=.*gpu|gpus|tres-per-).*|-G.*");
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
