package org.maxdock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maxdock.launch.Launch;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.store.file.LockedFile;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Mount plans by name: those of a project in its file, those for all projects in a file of the user's. The project's
 * come first.
 */
public final class Plans {

    private static final String FIELD = "plans";

    private final JsonFile file;
    private final Json json;

    /** @param file where those for all projects are kept */
    public Plans(Path file, Json json) {
        this.file = new JsonFile(LockedFile.mine(file), json, TroubleKind.FILE_UNREADABLE);
        this.json = json;
    }

    public static Plans in(ConfigFolder folder, Json json) {
        return new Plans(folder.resolve("plans.json"), json);
    }

    /** All plans that a project may use. */
    public List<KeptPlan> all(EditableProject project) throws Trouble {
        List<KeptPlan> all = new ArrayList<>();
        for (MountPlan plan : project.plans()) {
            all.add(new KeptPlan(plan, false));
        }
        for (MountPlan plan : read().list(FIELD, MountPlan.class)) {
            all.add(new KeptPlan(plan, true));
        }
        return all;
    }

    /** The plan of that name, which must be there. */
    public MountPlan named(String name, EditableProject project) throws Trouble {
        List<KeptPlan> all = all(project);
        return all.stream()
                .map(KeptPlan::plan)
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> noSuch(name, all));
    }

    private static Trouble noSuch(String name, List<KeptPlan> all) {
        String names = all.stream().map(k -> k.plan().name()).distinct().collect(Collectors.joining(", "));
        return new Trouble(TroubleKind.NO_SUCH_PLAN, name)
                .with(names.isEmpty() ? List.of() : List.of(Message.of("plan.there-are", names)));
    }

    public void keep(KeptPlan kept, EditableProject project) throws Trouble {
        if (kept.plan().name().isBlank()) {
            throw new Trouble(TroubleKind.PLAN_WITHOUT_NAME);
        }
        if (kept.everywhere()) {
            change(d -> d.put(FIELD, "name", kept.plan().name(), kept.plan()));
        } else {
            project.put(kept.plan());
        }
    }

    /** Forgets the plan of that name: the project's, or, if that has none, the one for all projects. */
    public void remove(String name, EditableProject project) throws Trouble {
        named(name, project);
        if (project.plans().stream().anyMatch(p -> p.name().equals(name))) {
            project.removePlan(name);
        } else {
            change(d -> d.without(FIELD, n -> n.path("name").asText().equals(name)));
        }
    }

    /** The launch with the mappings of the plans that it names, after its own. */
    public Launch expand(Launch launch, EditableProject project) throws Trouble {
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
    public Launch naming(Launch launch, String plan, EditableProject project) throws Trouble {
        Optional<MountPlan> kept = all(project).stream()
                .map(KeptPlan::plan)
                .filter(p -> p.name().equals(plan) && p.mappings().equals(launch.mounts()))
                .findFirst();
        return kept.isEmpty() ? launch : launch.withMounts(List.of()).withPlans(List.of(plan));
    }

    private Document read() throws Trouble {
        return document(file.read());
    }

    private void change(DocumentEdit edit) throws Trouble {
        file.change(
                json.mapper().createObjectNode(), now -> edit.of(document(now)).root());
    }

    private interface DocumentEdit {
        Document of(Document now) throws Trouble;
    }

    private Document document(Optional<JsonNode> read) throws Trouble {
        if (!(read.orElseGet(() -> json.mapper().createObjectNode()) instanceof ObjectNode root)) {
            throw file.trouble(null, "it does not hold a JSON object");
        }
        return new Document(root, json, file::trouble);
    }
}
