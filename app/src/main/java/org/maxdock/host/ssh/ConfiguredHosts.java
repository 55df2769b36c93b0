package org.maxdock.host.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The hosts that the user's configuration names, and those files that it includes: each word of a Host line that is no
 * pattern (ssh_config(5)). They are offered and nothing more; what holds for one, the connection asks.
 */
public final class ConfiguredHosts {

    private static final int MOST = 200;
    private static final int MOST_FILES = 100;
    private static final long LONGEST_FILE = 1_000_000;

    /** RFC 1035, 2.3.4. */
    private static final int LONGEST_NAME = 255;

    private static final Pattern NAME = Pattern.compile("[\\w.:@%+-]+", Pattern.UNICODE_CHARACTER_CLASS);

    private final ConfigFiles files;
    private final Path config;
    private final Set<String> names = new LinkedHashSet<>();
    private int read;

    private ConfiguredHosts(SshSettings settings) {
        Path own = settings.home().resolve(".ssh");
        this.files = new ConfigFiles(settings.home(), own);
        this.config = settings.config().orElse(own.resolve("config"));
    }

    /**
     * In the order of the configuration, at most 200; reads files.
     *
     * @throws Trouble where a file cannot be read
     */
    public static List<String> of(SshSettings settings) throws Trouble {
        ConfiguredHosts all = new ConfiguredHosts(settings);
        all.read(all.config, 0);
        return all.names.stream().limit(MOST).toList();
    }

    private void read(Path file, int depth) throws Trouble {
        if (depth > ConfigFiles.DEEPEST || read >= MOST_FILES || names.size() >= MOST || !isReadable(file)) {
            return;
        }
        read++;
        for (String text : ConfigFiles.lines(file)) {
            Optional<ConfigLine> line = line(text, file);
            if (line.isEmpty()) {
                continue;
            }
            if (line.get().keyword().equals("host")) {
                line.get().values().stream().filter(ConfiguredHosts::isName).forEach(names::add);
            } else if (line.get().keyword().equals("include")) {
                for (String pattern : line.get().values()) {
                    for (Path each : files.included(pattern)) {
                        read(each, depth + 1);
                    }
                }
            }
        }
    }

    private static boolean isReadable(Path file) throws Trouble {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LONGEST_FILE;
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.of(e));
        }
    }

    /** One with a fault is told by who connects, and hides no other. */
    private static Optional<ConfigLine> line(String text, Path file) {
        try {
            return ConfigLine.parse(text, file.toString());
        } catch (Trouble e) {
            System.getLogger(ConfiguredHosts.class.getName()).log(System.Logger.Level.DEBUG, "no line", e);
            return Optional.empty();
        }
    }

    private static boolean isName(String word) {
        return word.length() <= LONGEST_NAME
                && !word.startsWith("-")
                && NAME.matcher(word).matches();
    }
}
