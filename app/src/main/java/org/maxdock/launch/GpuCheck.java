package org.maxdock.launch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.slurm.NodeShape;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PartitionName;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/**
 * Whether there are GPUs where a launch asks Docker for some, whether it asks SLURM for them too, and whether it could
 * reach others. SLURM tells of GPUs as generic resources; a site that grants whole nodes may tell of them as features
 * only.
 */
final class GpuCheck implements LaunchCheck {

    /**
     * Options of docker that let a container reach a GPU, whatever SLURM granted: by its file, or by its name (CDI).
     * One of NVIDIA's by its number the script holds against what was granted ({@link GpuSteps}).
     */
    private static final String DEVICE = "(?s)--device=(/dev/(nvidia-caps|dri|kfd)|[^/=]+/[^=]*gpu=).*";

    /** By which the container runtime of NVIDIA is told which ones to show. */
    private static final String SHOWN = "NVIDIA_VISIBLE_DEVICES=";

    private final Slurm slurm;
    private final Map<String, String> variables;

    /** @param variables of the user's login shell */
    GpuCheck(Slurm slurm, Map<String, String> variables) {
        this.slurm = slurm;
        this.variables = variables;
    }

    @Override
    public String subject() {
        return "gpus";
    }

    @Override
    public List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record) throws Trouble {
        boolean asks = launch.container().arguments().stream().anyMatch(GpuRequest::isOne);
        Optional<String> device = launch.container().arguments().stream()
                .filter(o -> o.matches(DEVICE))
                .findFirst();
        boolean names = launch.container().variables().anyMatch(v -> v.startsWith(SHOWN));
        if (!launch.place().allocates() || !asks && device.isEmpty() && !names && !GpuSteps.isPrivileged(launch)) {
            return List.of();
        }
        AskedOptions options = AskedOptions.of(launch, variables);
        Records<Partition> partitions = slurm.partitions();
        Records<NodeShape> nodes = slurm.shapes();
        List<PartitionName> asked =
                options.among(partitions.found()).stream().map(Partition::name).toList();
        List<NodeShape> there = nodes.found().stream()
                .filter(n -> asked.contains(n.partition()))
                .toList();
        if (device.isPresent() && there.stream().anyMatch(n -> n.hasGres("gpu"))) {
            return List.of(PreflightCheck.fails(
                    "gpus", Message.of("check.gpus.device", device.get()), Message.of("check.gpus.by-gpus")));
        }
        List<PreflightCheck> checks =
                asks ? ofAsked(launch, options, asked, nodes.found(), there) : ofUnasked(launch, names, options, there);
        return careful(checks, partitions.passedOver() + nodes.passedOver());
    }

    /** Where some could not be read nothing is known not to be there. */
    private static List<PreflightCheck> careful(List<PreflightCheck> checks, int unread) {
        if (unread == 0 || checks.stream().noneMatch(c -> c.state() == PreflightCheck.Outcome.FAILS)) {
            return checks;
        }
        List<PreflightCheck> notes =
                new ArrayList<>(checks.stream().map(PreflightCheck::asNote).toList());
        notes.add(PreflightCheck.note("gpus", Message.of("nodes.passed-over", unread)));
        return notes;
    }

    /** What a container is shown without having asked for it, where SLURM counts GPUs. */
    private static List<PreflightCheck> ofUnasked(
            Launch launch, boolean names, AskedOptions options, List<NodeShape> there) {
        List<NodeShape> possible = possible(options, there);
        boolean onGpus = options.inLong().stream().anyMatch(GpuCheck::asksForSome)
                || !possible.isEmpty() && possible.stream().allMatch(n -> n.hasGres("gpu"));
        if (!onGpus) {
            return List.of();
        }
        if (GpuSteps.isPrivileged(launch)) {
            return List.of(PreflightCheck.note("gpus", Message.of("check.gpus.privileged")));
        }
        return names ? List.of(PreflightCheck.note("gpus", Message.of("check.gpus.variable"))) : List.of();
    }

    private static List<PreflightCheck> ofAsked(
            Launch launch,
            AskedOptions options,
            List<PartitionName> asked,
            List<NodeShape> nodes,
            List<NodeShape> there) {
        if (there.stream().noneMatch(GpuCheck::hasSome)) {
            return List.of(none(asked, nodes));
        }
        List<NodeShape> possible = possible(options, there);
        if (!possible.stream().allMatch(GpuCheck::hasSome)) {
            return List.of(onSome(possible, there));
        }
        if (there.stream().filter(GpuCheck::hasSome).allMatch(n -> n.hasGres("gpu"))
                && options.inLong().stream().noneMatch(GpuCheck::asksSlurm)) {
            return List.of(PreflightCheck.fails(
                    "gpus", Message.of("check.gpus.not-asked"), Message.of("check.gpus.ask", "--gres=gpu:1")));
        }
        return List.of(
                GpuSteps.isPrivileged(launch)
                        ? PreflightCheck.note("gpus", Message.of("check.gpus.privileged"))
                        : PreflightCheck.ok("gpus", Message.of("check.gpus.granted")));
    }

    /** Where the job may come to; none where only SLURM can tell, by an expression of features say. */
    private static List<NodeShape> possible(AskedOptions options, List<NodeShape> there) {
        boolean left = options.constraint().matches("(?s).*[^A-Za-z0-9_.-].*")
                || options.inLong().stream().anyMatch(o -> o.matches("(?s)--(exclude|prefer)=.*"));
        if (left) {
            return List.of();
        }
        boolean granted = options.inLong().stream().anyMatch(GpuCheck::asksForSome);
        NodesWanted place = NodesWanted.of(options);
        return there.stream()
                .filter(n -> place.isMetBy(n) && place.mayBeOn(n) && (!granted || n.hasGres("gpu")))
                .toList();
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

    private static boolean hasSome(NodeShape node) {
        return node.hasGres("gpu") || node.features().toLowerCase(Locale.ROOT).contains("gpu");
    }

    /** Options of salloc and sbatch by which a job is granted some, or whole nodes. */
    private static boolean asksSlurm(String option) {
        return option.matches("--(gres=.*gpu|gpus|tres-per-|exclusive(=exclusive)?$).*");
    }

    /** Options by which a job comes to nodes alone that SLURM counts GPUs of. */
    private static boolean asksForSome(String option) {
        return option.matches("--(gres=.*gpu|gpus|tres-per-).*");
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
