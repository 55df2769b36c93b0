package org.maxdock.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.PastedPlan;
import org.maxdock.project.Workbench;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what the engine will say to mappings; status 3 where one would fail. */
@Command(name = "check")
final class MountCheckCommand extends Operation {

    @Option(names = {"-v", "--volume"}, paramLabel = "HOST:CONTAINER[:ro]")
    List<String> volumes = new ArrayList<>();

    @Option(names = "--paste", paramLabel = "LINE")
    String pasted;

    @Option(names = "--ask-engine")
    boolean askEngine;

    @Override
    int run() throws Trouble {
        List<Mapping> plan = new ArrayList<>();
        for (String volume : volumes) {
            plan.add(Mapping.parse(volume));
        }
        if (plan.isEmpty() && pasted == null) {
            plan.addAll(project().mounts());
        }
        List<CheckedMapping> checked;
        try (Workbench bench = connect()) {
            if (pasted != null) {
                PastedPlan read = PastedPlan.of(pasted, bench.environment().variables());
                plan.addAll(read.mappings());
                read.notTaken().forEach(what -> console().note("cli.not-taken", what));
            }
            checked = askEngine ? bench.mounts().ask(plan, bench.engine()) : bench.mounts().predict(plan);
        }
        if (json()) {
            console().printJson(checked.stream().map(this::asJson).toList());
        } else {
            checked.forEach(this::print);
        }
        return checked.stream().allMatch(c -> c.verdict().holds()) ? Exit.DONE : Exit.DOES_NOT_HOLD;
    }

    private void print(CheckedMapping checked) {
        Texts texts = console().texts();
        console().print(checked.mapping().volume() + " " + checked.verdict().word());
        console().print("  " + texts.get(checked.verdict().reason()));
        checked.verdict().suggestion().ifPresent(m ->
                console().print("  " + texts.get("mount.mend", m.host(), m.container(), m.path())));
        checked.engineSaid().filter(s -> !s.isEmpty()).ifPresent(s -> console().print("  " + texts.get("mount.engine-said", s)));
    }

    private Map<String, Object> asJson(CheckedMapping checked) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("host", checked.mapping().host());
        map.put("container", checked.mapping().container());
        map.put("readOnly", checked.mapping().readOnly());
        map.put("verdict", checked.verdict().word());
        map.put("reason", console().texts().get(checked.verdict().reason()));
        checked.verdict().suggestion().ifPresent(m -> map.put("suggestion", m));
        checked.engineSaid().ifPresent(s -> map.put("engine", s.isEmpty() ? "accepted" : s));
        return map;
    }
}
