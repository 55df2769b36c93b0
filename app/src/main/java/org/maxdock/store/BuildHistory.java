package org.maxdock.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maxdock.store.file.LockedFile;
import org.maxdock.text.IoReason;
import org.maxdock.text.RegularFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The builds that the user made, a file each, for the user alone, since a log may show secrets; the oldest are
 * forgotten.
 */
public final class BuildHistory {

    private static final int KEPT = 100;
    private static final int SHORT = 12;

    private final Path folder;
    private final Json json;

    public BuildHistory(Path folder, Json json) {
        this.folder = folder;
        this.json = json;
    }

    /** Those of a user, beside the settings. */
    public static BuildHistory in(ConfigFolder folder, Json json) {
        return new BuildHistory(folder.resolve("builds"), json);
    }

    /** The builds of a project, latest first; what cannot be read takes no other with it. */
    public List<PastBuild> of(Path project) throws Trouble {
        String whose = project.toString();
        List<PastBuild> builds = new ArrayList<>();
        for (Path file : files()) {
            try {
                Optional.of(read(file)).filter(b -> b.folder().equals(whose)).ifPresent(builds::add);
            } catch (Trouble e) {
                System.getLogger(BuildHistory.class.getName()).log(System.Logger.Level.DEBUG, "passed over", e);
            }
        }
        return builds;
    }

    /** Remembers a build. */
    public void put(PastBuild build) throws Trouble {
        LockedFile.mine(folder.resolve(build.startedAt().replace(':', '-') + "_" + shortId(build.id()) + ".json"))
                .write(json.bytes(build));
        List<Path> files = files();
        try {
            for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNWRITABLE, folder, IoReason.of(e));
        }
    }

    /** Whether an image came of one of them; told by the files' names. */
    public Predicate<String> madeHere() throws Trouble {
        Set<String> ids = files().stream()
                .map(f -> f.getFileName().toString().replaceFirst("^.*_(.*)\\.json$", "$1"))
                .collect(Collectors.toSet());
        return id -> ids.contains(shortId(id));
    }

    /** Part of a file's name; an engine may call an image what it likes. */
    private static String shortId(String id) {
        String digits = id.substring(id.indexOf(':') + 1).replaceAll("[^A-Za-z0-9]", "");
        return digits.substring(0, Math.min(SHORT, digits.length()));
    }

    private PastBuild read(Path file) throws Trouble {
        byte[] bytes =
                RegularFile.read(file).orElseThrow(() -> new Trouble(TroubleKind.FILE_UNREADABLE, file, IoReason.NONE));
        try {
            return json.mapper().treeToValue(json.parse(bytes), PastBuild.class);
        } catch (IOException | RuntimeException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, JsonReason.of(e));
        }
    }

    /** Latest first: their names are their times. */
    private List<Path> files() throws Trouble {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.toString().endsWith(".json"))
                    .sorted(Comparator.<Path>naturalOrder().reversed())
                    .toList();
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FOLDER_UNREADABLE, folder, IoReason.of(e));
        }
    }
}
