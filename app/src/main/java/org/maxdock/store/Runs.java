package org.maxdock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.maxdock.launch.Launch;
import org.maxdock.slurm.Mark;
import org.maxdock.text.Trouble;

/**
 * The launches that the user started, latest first, kept across sessions for the user alone, since variables may be
 * secrets; the oldest are forgotten. What another version wrote that this one cannot read stays as it is.
 */
public final class Runs {

    private static final int KEPT = 100;
    private static final String FIELD = "runs";

    private final JsonFile file;
    private final Json json;

    public Runs(Path file, Json json) {
        this.file = JsonFile.own(file, json);
        this.json = json;
    }

    /** Those of a user, beside the settings. */
    public static Runs in(ConfigFolder folder, Json json) {
        return new Runs(folder.resolve("runs.json"), json);
    }

    /** The latest run of each launch that differs from the others, latest first. */
    public List<Run> recent(int most) throws Trouble {
        Map<Launch, Run> latest = new LinkedHashMap<>();
        all().forEach(run -> latest.putIfAbsent(run.launch(), run));
        return latest.values().stream().limit(most).toList();
    }

    public List<Run> all() throws Trouble {
        return document(file.read()).entries(FIELD, Run.class).read();
    }

    public Optional<Run> of(Mark mark) throws Trouble {
        return all().stream().filter(r -> r.mark().equals(mark)).findFirst();
    }

    /** Puts a run in the place of what was known of it, or first. */
    public void put(Run run) throws Trouble {
        change(runs -> {
            int at = runs.stream().map(Run::mark).toList().indexOf(run.mark());
            if (at >= 0) {
                runs.set(at, run);
            } else {
                runs.addFirst(run);
            }
        });
    }

    /** Changes what is known of a run, if it is still kept. */
    public void update(Mark mark, UnaryOperator<Run> update) throws Trouble {
        change(runs -> runs.replaceAll(r -> r.mark().equals(mark) ? update.apply(r) : r));
    }

    private void change(Consumer<List<Run>> change) throws Trouble {
        file.change(json.mapper().createArrayNode(), now -> {
            Document document = document(now);
            Document.Entries<Run> runs = document.entries(FIELD, Run.class);
            List<Run> changed = new ArrayList<>(runs.read());
            change.accept(changed);
            return changed.equals(runs.read()) && now.isPresent()
                    ? now.get()
                    : list(document.with(FIELD, changed), runs.others());
        });
    }

    private ArrayNode list(Document runs, List<JsonNode> others) {
        ArrayNode list = json.mapper().createArrayNode();
        runs.root().path(FIELD).forEach(list::add);
        others.forEach(list::add);
        while (list.size() > KEPT) {
            list.remove(list.size() - 1);
        }
        return list;
    }

    private Document document(Optional<JsonNode> read) {
        JsonNode root = read.orElseGet(() -> json.mapper().createArrayNode());
        return new Document(json.mapper().createObjectNode().set(FIELD, root), json, file::trouble);
    }
}
