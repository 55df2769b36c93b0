package org.maxdock.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maxdock.host.Cancellation;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountVerdict;
import org.maxdock.operation.Connection;
import org.maxdock.operation.MountOperations;
import org.maxdock.paste.PastedPlan;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what the engine will say to mappings; status 3 where one would fail. */
@Command(name = "check")
final class MountCheckCommand extends CommandContext {

    @Option(
            names = {"-v", "--volume"},
            paramLabel = "HOST:CONTAINER[:ro]")
    List<String> volumes = new ArrayList<>();

    @Option(names = "--plan", paramLabel = "PLAN")
    List<String> plans = new ArrayList<>();

    @Option(names = "--paste", paramLabel = "FILE")
    String pasted;

    @Option(names = "--service", paramLabel = "NAME", defaultValue = "")
    String service;

    @Option(names = "--mode", paramLabel = "MODE", defaultValue = "me")
    String mode;

    @Option(names = "--ask-engine")
    boolean askEngine;

    @Option(names = "--node", paramLabel = "NODE", split = ",")
    List<String> nodes = new ArrayList<>();

    @Option(
            names = {"-p", "--partition"},
            paramLabel = "PARTITION",
            defaultValue = "")
    String partition;

    @Override
    int run() throws Trouble {
        atMostOne("--ask-engine", "--node");
        onlyWith("--partition", "--node");
        onlyWith("--service", "--paste");
        RunMode runMode = RunMode.of(mode).orElseThrow(() -> new Trouble(TroubleKind.BAD_MODE, mode));
        Map<String, List<CheckedMapping>> checked = new LinkedHashMap<>();
        try (Connection server = connect()) {
            List<Mapping> plan = plan(server);
            if (askEngine) {
                checked.put("", new MountOperations(server).ask(plan, runMode));
            } else if (nodes.isEmpty()) {
                checked.put("", new MountOperations(server).predict(plan, runMode, Set.of()));
            } else {
                new MountOperations(server)
                        .askNodes(plan, runMode, NodeName.all(nodes), Partitions.of(partition), new Cancellation())
                        .forEach((node, all) -> checked.put(node.text(), all));
            }
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        checked.forEach((node, all) -> all.forEach(one -> rows.add(asJson(node, one))));
        if (json()) {
            console().printJson(rows);
        } else {
            checked.forEach((node, all) -> all.forEach(one -> print(node, one)));
        }
        return checked.values().stream()
                        .flatMap(List::stream)
                        .allMatch(c -> c.verdict().holds())
                ? Exit.DONE
                : Exit.DOES_NOT_HOLD;
    }

    /** What was given in any form; without any, the project's own plan. */
    private List<Mapping> plan(Connection server) throws Trouble {
        List<Mapping> plan = new ArrayList<>();
        for (String volume : volumes) {
            plan.add(Mapping.parse(volume));
        }
        for (String name : plans) {
            plan.addAll(plans().named(name, project()).mappings());
        }
        if (pasted != null) {
            PastedPlan read = PastedPlan.of(PastedInput.of(pasted), new MountOperations(server).variables(), service);
            plan.addAll(read.mappings());
            PastedInput.tell(console(), read.notTaken(), read.warnings());
        }
        if (volumes.isEmpty() && plans.isEmpty() && pasted == null) {
            plan.addAll(project().mounts());
        }
        return plan;
    }

    private void print(String node, CheckedMapping checked) {
        Texts texts = console().texts();
        console()
                .print((node.isEmpty() ? "" : node + " ") + checked.mapping().volume() + " "
                        + checked.verdict().word());
        if (checked.verdict() instanceof MountVerdict.Ok ok && !ok.notes().isEmpty()) {
            ok.notes().forEach(note -> console().print("  " + texts.get(note.text())));
        } else {
            console().print("  " + texts.get(checked.verdict().reason()));
        }
        checked.verdict()
                .suggestion()
                .ifPresent(m -> console().print("  " + texts.get("mount.mend", m.host(), m.container(), m.path())));
        checked.verdict().ways().stream()
                .skip(1)
                .forEach(m -> console().print("  " + texts.get("mount.mend-or", m.host(), m.container(), m.path())));
        checked.engineSaid()
                .filter(s -> !s.isEmpty())
                .ifPresent(s -> console().print("  " + texts.get("mount.engine-said", s)));
    }

    private Map<String, Object> asJson(String node, CheckedMapping checked) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (!node.isEmpty()) {
            map.put("node", node);
        }
        map.put("host", checked.mapping().host());
        map.put("container", checked.mapping().container());
        map.put("readOnly", checked.mapping().readOnly());
        map.put("verdict", checked.verdict().word());
        map.put("reason", console().texts().get(checked.verdict().reason()));
        if (checked.verdict() instanceof MountVerdict.Ok ok && !ok.notes().isEmpty()) {
            map.put(
                    "notes",
                    ok.notes().stream()
                            .map(n -> console().texts().get(n.text()))
                            .toList());
        }
        checked.verdict().suggestion().ifPresent(m -> map.put("suggestion", m));
        if (checked.verdict().ways().size() > 1) {
            map.put(
                    "alternatives",
                    checked.verdict().ways().subList(1, checked.verdict().ways().size()));
        }
        checked.engineSaid().ifPresent(s -> map.put("engine", s.isEmpty() ? "accepted" : s));
        return map;
    }
}
