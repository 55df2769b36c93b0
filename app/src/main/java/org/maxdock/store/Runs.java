package org.maxdock.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.launch.Launch;
import org.maxdock.slurm.Mark;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The launches that the user started, latest first, kept across sessions for the user alone, since variables may be
 * secrets; the oldest are forgotten.
 */
public final class Runs {

    private static final int KEPT = 100;

    private final Path file;
    private final Json json;

    public Runs(Path file, Json json) {
        this.file = file;
        this.json = json;
    }

    /** Those of a user, beside the settings. */
    public static Runs ofHome(Path home, Json json) {
        return new Runs(home.resolve(".config").resolve("maxdock").resolve("runs.json"), json);
    }

    /** The latest run of each launch that differs from the others, latest first. */
    public List<Run> recent(int most) throws Trouble {
        Map<Launch, Run> latest = new LinkedHashMap<>();
        all().forEach(run -> latest.putIfAbsent(run.launch(), run));
        return latest.values().stream().limit(most).toList();
    }

    public synchronized List<Run> all() throws Trouble {
        List<Run> runs = new ArrayList<>();
        if (!Files.exists(file)) {
            return runs;
        }
        try {
            for (JsonNode node : json.mapper().readTree(Files.readString(file))) {
                runs.add(json.mapper().treeToValue(node, Run.class));
            }
            return runs;
        } catch (JsonProcessingException | RuntimeException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.orValue(e));
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.of(e));
        }
    }

    public Optional<Run> of(Mark mark) throws Trouble {
        return all().stream().filter(r -> r.mark().equals(mark)).findFirst();
    }

    /** Puts a run in the place of what was known of it, or first. */
    public synchronized void put(Run run) throws Trouble {
        List<Run> runs = all();
        int at = runs.stream().map(Run::mark).toList().indexOf(run.mark());
        if (at >= 0) {
            runs.set(at, run);
        } else {
            runs.addFirst(run);
        }
        WholeFile.writePrivate(file, json.write(runs.subList(0, Math.min(KEPT, runs.size()))));
    }
}
