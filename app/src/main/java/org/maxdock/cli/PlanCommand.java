package org.maxdock.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.mount.PlanDifference;
import org.maxdock.operation.Connection;
import org.maxdock.operation.MountOperations;
import org.maxdock.paste.PastedPlan;
import org.maxdock.store.KeptPlan;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mount plans that are kept by name. */
@Command(
        name = "plan",
        subcommands = {
            PlanCommand.ListPlans.class,
            PlanCommand.Save.class,
            PlanCommand.Show.class,
            PlanCommand.Remove.class,
            PlanCommand.Diff.class,
            PlanCommand.Own.class
        })
final class PlanCommand extends CommandGroup {

    PlanCommand() {
        super("plan list | plan save NAME -v HOST:CONTAINER[:ro] … | plan show NAME | plan remove NAME | "
                + "plan diff NAME OTHER | plan own [NAME]");
    }

    private static void addTo(List<Mapping> mappings, List<String> volumes) throws Trouble {
        for (String volume : volumes) {
            Mapping mapping = Mapping.whole(volume);
            if (mappings.stream().anyMatch(m -> m.container().equals(mapping.container()))) {
                throw new Trouble(TroubleKind.BAD_MAPPING, volume);
            }
            mappings.add(mapping);
        }
    }

    /** A line for each plan. */
    @Command(name = "list")
    static final class ListPlans extends CommandContext {

        @Override
        int run() throws Trouble {
            List<KeptPlan> all = plans().all(project());
            if (json()) {
                console()
                        .printJson(all.stream()
                                .map(k -> Map.of(
                                        "name",
                                        k.plan().name(),
                                        "everywhere",
                                        k.everywhere(),
                                        "mappings",
                                        k.plan().mappings()))
                                .toList());
            } else {
                all.forEach(k -> console()
                        .print(k.plan().name() + " " + k.plan().mappings().size() + (k.everywhere() ? " *" : "")));
            }
            return Exit.DONE;
        }
    }

    /** Keeps mappings under a name; without any, the project's own. */
    @Command(name = "save")
    static final class Save extends CommandContext {

        @Parameters(paramLabel = "PLAN")
        String name;

        @Option(
                names = {"-v", "--volume"},
                paramLabel = "HOST:CONTAINER[:ro]")
        List<String> volumes = new ArrayList<>();

        @Option(names = "--paste", paramLabel = "FILE")
        String pasted;

        @Option(names = "--service", paramLabel = "NAME", defaultValue = "")
        String service;

        @Option(names = "--everywhere")
        boolean everywhere;

        @Override
        int run() throws Trouble {
            onlyWith("--service", "--paste");
            List<Mapping> mappings = new ArrayList<>(pasted == null ? List.of() : pasted());
            addTo(mappings, volumes);
            MountPlan plan = new MountPlan(name, mappings.isEmpty() ? project().mounts() : mappings);
            if (plan.mappings().isEmpty()) {
                throw new Trouble(TroubleKind.PLAN_WITHOUT_MAPPINGS, plan.name());
            }
            plans().keep(new KeptPlan(plan, everywhere), project());
            if (json()) {
                console().printJson(plan);
            }
            return Exit.DONE;
        }

        private List<Mapping> pasted() throws Trouble {
            String text = PastedInput.of(pasted);
            try (Connection server = connect()) {
                PastedPlan read = PastedPlan.of(text, new MountOperations(server).variables(), service);
                PastedInput.tell(console(), read.notTaken(), read.warnings());
                return read.mappings();
            }
        }
    }

    /** The mappings of a plan, as -v takes them. */
    @Command(name = "show")
    static final class Show extends CommandContext {

        @Parameters(paramLabel = "PLAN")
        String name;

        @Override
        int run() throws Trouble {
            MountPlan plan = plans().named(name, project());
            if (json()) {
                console().printJson(plan);
            } else {
                plan.mappings().forEach(m -> console().print(m.volume()));
            }
            return Exit.DONE;
        }
    }

    @Command(name = "remove")
    static final class Remove extends CommandContext {

        @Parameters(paramLabel = "PLAN")
        String name;

        @Override
        int run() throws Trouble {
            plans().remove(name, project());
            if (json()) {
                console().printJson(Map.of("removed", name));
            }
            return Exit.DONE;
        }
    }

    /** What the second plan has otherwise than the first: lines with +, - and ~. */
    @Command(name = "diff")
    static final class Diff extends CommandContext {

        @Parameters(index = "0", paramLabel = "PLAN")
        String name;

        @Parameters(index = "1", paramLabel = "PLAN")
        String other;

        @Override
        int run() throws Trouble {
            PlanDifference difference = PlanDifference.between(
                    plans().named(name, project()).mappings(),
                    plans().named(other, project()).mappings());
            if (json()) {
                console()
                        .printJson(
                                difference.changes().stream().map(Diff::asJson).toList());
            } else {
                difference
                        .changes()
                        .forEach(c -> console()
                                .print(c.sign() + " "
                                        + c.before().map(Mapping::volume).orElse("")
                                        + (c.sign().equals("~") ? " → " : "")
                                        + c.after().map(Mapping::volume).orElse("")));
            }
            return Exit.DONE;
        }

        private static Map<String, Object> asJson(PlanDifference.MappingChange change) {
            Map<String, Object> map = new LinkedHashMap<>();
            change.before().ifPresent(m -> map.put("before", m));
            change.after().ifPresent(m -> map.put("after", m));
            return map;
        }
    }

    /** The project's own mappings, as -v takes them; with those of a plan or with mappings, from now on these. */
    @Command(name = "own")
    static final class Own extends CommandContext {

        @Parameters(paramLabel = "PLAN", arity = "0..1")
        String name;

        @Option(
                names = {"-v", "--volume"},
                paramLabel = "HOST:CONTAINER[:ro]")
        List<String> volumes = new ArrayList<>();

        @Option(names = "--none")
        boolean none;

        @Override
        int run() throws Trouble {
            atMostOne("PLAN", "--none");
            atMostOne("--volume", "--none");
            if (none || name != null || !volumes.isEmpty()) {
                List<Mapping> mappings = new ArrayList<>(
                        name == null
                                ? List.of()
                                : plans().named(name, project()).mappings());
                addTo(mappings, volumes);
                project().putMounts(mappings);
            }
            List<Mapping> own = project().mounts();
            if (json()) {
                console().printJson(own);
            } else {
                own.forEach(m -> console().print(m.volume()));
            }
            return Exit.DONE;
        }
    }
}
