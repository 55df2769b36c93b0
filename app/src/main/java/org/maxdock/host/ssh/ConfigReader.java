package org.maxdock.host.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maxdock.text.IoReason;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Reads the configuration itself, for machines without OpenSSH's client. It follows Host and Include; what stands below
 * a Match is passed over and named, so that nothing is applied that should not be.
 */
final class ConfigReader implements ConfigSource {

    private final SshMachine machine;
    private final Path system;

    /** @param system the machine's own configuration, read after the user's */
    ConfigReader(SshMachine machine, Path system) {
        this.machine = machine;
        this.system = system;
    }

    @Override
    public ConfigValues of(SshTarget target, SshSettings settings) throws Trouble {
        ConfigValues values = new ConfigValues();
        if (target.user() != null) {
            values.add("user", target.user());
        }
        if (target.port() > 0) {
            values.add("port", String.valueOf(target.port()));
        }
        for (String option : settings.options()) {
            Optional<ConfigLine> line = ConfigLine.parse(option, "-o");
            if (line.isPresent()) {
                ConfigDirectives.check(line.get(), "-o");
                ConfigDirectives.apply(line.get(), values);
            }
        }
        Path own = machine.home().resolve(".ssh");
        if (settings.config().isPresent()) {
            Path given = settings.config().get();
            if (!Files.isReadable(given)) {
                throw new Trouble(
                        TroubleKind.FILE_UNREADABLE,
                        given,
                        Reason.of("reason.none-or-denied", "no such file, or not readable"));
            }
            new Reading(target, values, own).read(given, true, 0);
        } else {
            refuseForeign(own.resolve("config"));
            new Reading(target, values, own).read(own.resolve("config"), true, 0);
            new Reading(target, values, system.toAbsolutePath().getParent()).read(system, true, 0);
        }
        return ConfigDefaults.complete(values, target, machine);
    }

    /** As OpenSSH's client does: a configuration that others can write is not the user's. */
    private static void refuseForeign(Path file) throws Trouble {
        try {
            Set<PosixFilePermission> rights = Files.exists(file)
                            && file.getFileSystem()
                                    .supportedFileAttributeViews()
                                    .contains("posix")
                    ? Files.getPosixFilePermissions(file)
                    : Set.of();
            if (rights.contains(PosixFilePermission.GROUP_WRITE) || rights.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new Trouble(
                        TroubleKind.SSH_CONFIG_BAD,
                        Reason.of("reason.others-write", "Bad owner or permissions on " + file, file));
            }
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.of(e));
        }
    }

    /** One walk through a file and those that it includes. */
    private final class Reading {

        private final SshTarget target;
        private final ConfigValues values;
        private final ConfigFiles files;

        /** @param folder that names of included files are relative to */
        Reading(SshTarget target, ConfigValues values, Path folder) {
            this.target = target;
            this.values = values;
            this.files = new ConfigFiles(machine.home(), folder);
        }

        /** @param active whether what stands before the first Host counts */
        void read(Path file, boolean active, int depth) throws Trouble {
            if (!Files.isRegularFile(file)) {
                return;
            }
            if (depth > ConfigFiles.DEEPEST) {
                throw new Trouble(
                        TroubleKind.SSH_CONFIG_BAD,
                        Reason.of("reason.includes", file + ": Too many recursive configuration includes", file));
            }
            boolean counts = active;
            int number = 0;
            for (String text : ConfigFiles.lines(file)) {
                String where = file + " line " + ++number;
                Optional<ConfigLine> line = ConfigLine.parse(text, where);
                if (line.isEmpty()) {
                    continue;
                }
                List<String> words = line.get().values();
                switch (line.get().keyword()) {
                    case "host" -> counts = active && HostPatterns.match(target.host(), words);
                    case "match" -> {
                        counts = false;
                        if (active) {
                            values.skip(where + ": Match " + String.join(" ", words));
                        }
                    }
                    case "include" -> {
                        for (String pattern : words) {
                            for (Path each : files.included(pattern)) {
                                read(each, counts, depth + 1);
                            }
                        }
                    }
                    default -> {
                        ConfigDirectives.check(line.get(), where);
                        if (counts) {
                            ConfigDirectives.apply(line.get(), values);
                        }
                    }
                }
            }
        }
    }
}
