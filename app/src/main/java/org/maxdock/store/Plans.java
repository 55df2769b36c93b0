package org.maxdock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maxdock.launch.Launch;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
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
        this.file = JsonFile.own(file, json);
        this.json = json;
    }

    public static Plans in(ConfigFolder folder, Json json) {
        return new Plans(folder.resolve("plans.json"), json);
    }

    /** All plans that a project may use. */
    public List<KeptPlan> all(EditableProject project) throws Trouble {
        return all(project.contents());
    }

    private List<KeptPlan> all(ProjectContents in) throws Trouble {
        List<KeptPlan> all = new ArrayList<>();
        for (MountPlan plan : in.plans()) {
            all.add(new KeptPlan(plan, false));
        }
        for (MountPlan plan : read().list(FIELD, MountPlan.class)) {
            all.add(new KeptPlan(plan, true));
        }
        return all;
    }

    /** The plan of that name, which must be there; the project's, where one for all projects has that name, too. */
    public MountPlan named(String name, EditableProject project) throws Trouble {
        return kept(name, project).plan();
    }

    /** The same, and whose it is. */
    public KeptPlan kept(String name, EditableProject project) throws Trouble {
        List<KeptPlan> all = all(project);
        return first(name, all).orElseThrow(() -> noSuch(name, all));
    }

    private static Optional<KeptPlan> first(String name, List<KeptPlan> all) {
        return all.stream().filter(k -> k.name().equals(name)).findFirst();
    }

    /** Those of these names that two have, the project and all projects, so that it matters whose is taken. */
    public List<String> ambiguous(List<String> names, EditableProject project) throws Trouble {
        List<String> all = all(project).stream().map(KeptPlan::name).toList();
        return names.stream()
                .distinct()
                .filter(name -> Collections.frequency(all, name) > 1)
                .toList();
    }

    private static Trouble noSuch(String name, List<KeptPlan> all) {
        String names = all.stream().map(KeptPlan::name).distinct().collect(Collectors.joining(", "));
        return new Trouble(TroubleKind.NO_SUCH_PLAN, name)
                .with(names.isEmpty() ? List.of() : List.of(Message.of("plan.there-are", names)));
    }

    public void keep(KeptPlan kept, EditableProject project) throws Trouble {
        isNamed(kept.plan());
        if (kept.everywhere()) {
            change(d -> put(d, kept.plan()));
        } else {
            project.put(kept.plan());
        }
    }

    private static void isNamed(MountPlan plan) throws Trouble {
        if (plan.name().isBlank()) {
            throw new Trouble(TroubleKind.PLAN_WITHOUT_NAME);
        }
    }

    private static Document put(Document in, MountPlan plan) throws Trouble {
        return in.put(FIELD, "name", plan.name(), plan);
    }

    /** Keeps a plan for all projects, unless somebody has put another one in its place since its edit began. */
    public void keepEverywhere(MountPlan plan, Begun<MountPlan> begun) throws Trouble {
        isNamed(plan);
        change(d -> {
            Optional<MountPlan> there = d.list(FIELD, MountPlan.class).stream()
                    .filter(p -> p.name().equals(plan.name()))
                    .findFirst();
            return begun.allows(plan, there) ? put(d, plan) : d;
        });
    }

    /** Forgets the plan of that name: the project's, or, if that has none, the one for all projects. */
    public void remove(String name, EditableProject project) throws Trouble {
        remove(kept(name, project), project);
    }

    /** Forgets a plan, and none of the same name that is somebody else's. */
    public void remove(KeptPlan kept, EditableProject project) throws Trouble {
        if (kept.everywhere()) {
            change(d -> d.without(FIELD, n -> n.path("name").asText().equals(kept.name())));
        } else {
            project.removePlan(kept.name());
        }
    }

    /**
     * The launch with the mappings of the plans that it names after its own. It names none any more: what it has is
     * what it maps, whatever becomes of the plans.
     */
    public Launch expand(Launch launch, EditableProject project) throws Trouble {
        List<Mapping> all = new ArrayList<>(launch.mounts());
        for (String name : launch.plans()) {
            named(name, project).mappings().stream()
                    .filter(m -> !all.contains(m))
                    .forEach(all::add);
        }
        return launch.withMounts(all).withPlans(List.of());
    }

    /**
     * The launch as it is kept: where the plan that a name stands for has just its mappings, it names that plan, so
     * that a change of the plan is a change of the launch.
     */
    public Launch naming(Launch launch, String plan, ProjectContents in) throws Trouble {
        Optional<KeptPlan> same =
                first(plan, all(in)).filter(k -> k.plan().mappings().equals(launch.mounts()));
        return same.isEmpty() ? launch : launch.withMounts(List.of()).withPlans(List.of(plan));
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
            throw file.trouble(null, JsonReason.NO_OBJECT);
        }
        return new Document(root, json, file::trouble);
    }
}
