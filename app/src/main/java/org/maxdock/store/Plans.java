package org.maxdock.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.launch.Launch;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Mount plans by name: those of a project in its file, those for all projects in a file of the user's. The project's
 * come first.
 */
public final class Plans {

    private static final String FIELD = "plans";

    private final Path file;
    private final Json json;

    /** @param file where those for all projects are kept */
    public Plans(Path file, Json json) {
        this.file = file;
        this.json = json;
    }

    public static Plans ofHome(Path home, Json json) {
        return new Plans(home.resolve(".config").resolve("maxdock").resolve("plans.json"), json);
    }

    /** All plans that a project may use. */
    public List<KeptPlan> all(Project project) throws Trouble {
        List<KeptPlan> all = new ArrayList<>();
        for (MountPlan plan : project.plans()) {
            all.add(new KeptPlan(plan, false));
        }
        for (JsonNode node : read().path(FIELD)) {
            all.add(new KeptPlan(plan(node), true));
        }
        return all;
    }

    /** The plan of that name, which must be there. */
    public MountPlan named(String name, Project project) throws Trouble {
        List<KeptPlan> all = all(project);
        return all.stream()
                .map(KeptPlan::plan)
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Trouble(
                        TroubleKind.NO_SUCH_PLAN,
                        name,
                        String.join(
                                ", ",
                                all.stream()
                                        .map(k -> k.plan().name())
                                        .distinct()
                                        .toList())));
    }

    public synchronized void keep(KeptPlan kept, Project project) throws Trouble {
        if (kept.plan().name().isBlank()) {
            throw new Trouble(TroubleKind.PLAN_WITHOUT_NAME);
        }
        if (kept.everywhere()) {
            write(without(kept.plan().name()), Optional.of(kept.plan()));
        } else {
            project.put(kept.plan());
        }
    }

    /** Forgets the plan of that name: the project's, or, if that has none, the one for all projects. */
    public synchronized void remove(String name, Project project) throws Trouble {
        named(name, project);
        if (project.plans().stream().anyMatch(p -> p.name().equals(name))) {
            project.removePlan(name);
        } else {
            write(without(name), Optional.empty());
        }
    }

    /** The launch with the mappings of the plans that it names, after its own. */
    public Launch expand(Launch launch, Project project) throws Trouble {
        List<Mapping> all = new ArrayList<>(launch.mounts());
        for (String name : launch.plans()) {
            named(name, project).mappings().stream()
                    .filter(m -> !all.contains(m))
                    .forEach(all::add);
        }
        return launch.withMounts(all);
    }

    /**
     * The launch as it is kept: where a kept plan has just its mappings, it names that plan, so that a change of the
     * plan is a change of the launch.
     */
    public Launch naming(Launch launch, String plan, Project project) throws Trouble {
        Optional<MountPlan> kept = all(project).stream()
                .map(KeptPlan::plan)
                .filter(p -> p.name().equals(plan) && p.mappings().equals(launch.mounts()))
                .findFirst();
        return kept.isEmpty() ? launch : launch.withMounts(List.of()).withPlans(List.of(plan));
    }

    private MountPlan plan(JsonNode node) throws Trouble {
        try {
            return json.mapper().treeToValue(node, MountPlan.class);
        } catch (JsonProcessingException | RuntimeException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.orValue(e));
        }
    }

    private ArrayNode without(String name) throws Trouble {
        ArrayNode rest = json.mapper().createArrayNode();
        read().path(FIELD).forEach(node -> {
            if (!node.path("name").asText().equals(name)) {
                rest.add(node);
            }
        });
        return rest;
    }

    private void write(ArrayNode plans, Optional<MountPlan> added) throws Trouble {
        added.ifPresent(plan -> plans.add(json.mapper().valueToTree(plan)));
        ObjectNode root = read();
        root.set(FIELD, plans);
        WholeFile.write(file, json.write(root));
    }

    private ObjectNode read() throws Trouble {
        try {
            return Files.exists(file) && json.mapper().readTree(Files.readString(file)) instanceof ObjectNode root
                    ? root
                    : json.mapper().createObjectNode();
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.of(e));
        }
    }
}
