package org.maxdock.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.maxdock.text.IoReason;
import org.maxdock.text.RegularFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Unreadable;

/** Finds the site that MaxDock is used at: by option, environment, settings, or the files of user and machine. */
public final class SiteFiles {

    private static final List<String> BUILT_IN = List.of("maxwell", "generic");
    private static final String VARIABLE = "MAXDOCK_SITE";

    private final Path home;
    private final Path etc;
    private final Map<String, String> environment;
    private final Json json;

    /** @param etc where the machine's settings are: /etc */
    public SiteFiles(Path home, Path etc, Map<String, String> environment, Json json) {
        this.home = home;
        this.etc = etc;
        this.environment = environment;
        this.json = json;
    }

    /** Those of the user who runs this program. */
    public static SiteFiles ofUser(Json json) {
        return new SiteFiles(Path.of(System.getProperty("user.home")), Path.of("/etc"), System.getenv(), json);
    }

    /**
     * The site.
     *
     * @param given by option: a built-in site's name or a file; empty for none
     * @throws Trouble where what is to be taken is not there, or is no site
     */
    public Site find(String given) throws Trouble {
        for (String named : List.of(given, environment.getOrDefault(VARIABLE, ""))) {
            if (!named.isEmpty()) {
                return named(named);
            }
        }
        ConfigFolder folder = ConfigFolder.of(home, environment);
        String set = SettingsFile.in(folder, json).read().site();
        if (!set.isEmpty()) {
            return named(set);
        }
        for (Path file :
                List.of(folder.resolve("site.json"), etc.resolve("maxdock").resolve("site.json"))) {
            if (Files.exists(file)) {
                return read(file);
            }
        }
        return builtIn(BUILT_IN.getFirst());
    }

    private Site named(String name) throws Trouble {
        if (BUILT_IN.contains(name)) {
            return builtIn(name);
        }
        if (!name.contains("/")) {
            throw new Trouble(TroubleKind.NO_SUCH_SITE, name, String.join(", ", BUILT_IN));
        }
        return read(Path.of(name));
    }

    private Site builtIn(String name) throws Trouble {
        try (InputStream in = SiteFiles.class.getResourceAsStream("/org/maxdock/sites/" + name + ".json")) {
            return site(in.readAllBytes());
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.SITE_UNREADABLE, name, JsonReason.of(e));
        }
    }

    private Site read(Path file) throws Trouble {
        byte[] bytes =
                RegularFile.read(file).orElseThrow(() -> new Trouble(TroubleKind.FILE_UNREADABLE, file, IoReason.NONE));
        try {
            return site(bytes);
        } catch (IOException | RuntimeException e) {
            throw new Trouble(e, TroubleKind.SITE_UNREADABLE, file, JsonReason.of(e));
        }
    }

    private Site site(byte[] bytes) throws IOException {
        JsonNode root = json.parse(bytes);
        if (!root.isObject()) {
            throw new Unreadable(JsonReason.NO_OBJECT);
        }
        return json.mapper().treeToValue(root, Site.class);
    }
}
