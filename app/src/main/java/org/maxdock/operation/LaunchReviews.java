package org.maxdock.operation;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.maxdock.host.Command;
import org.maxdock.host.Output;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.Launch;
import org.maxdock.launch.Unusual;
import org.maxdock.mount.Mapping;
import org.maxdock.store.KnownLaunches;
import org.maxdock.store.Site;
import org.maxdock.text.Message;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;

/** Has a launch that came with a folder looked at before it is started for the first time, and after each change. */
public final class LaunchReviews {

    private static final String REAL =
            "for folder; do readlink --canonicalize-missing --zero -- \"$folder\" || printf '\\0'; done";

    private final KnownLaunches known;
    private final Connection connection;
    private final Site site;

    public LaunchReviews(KnownLaunches known, Connection connection, Site site) {
        this.known = known;
        this.connection = connection;
        this.site = site;
    }

    /**
     * What is unusual in a launch that the user has not made, started or looked at, or of an image that they have
     * neither recorded nor started: who can write in the project's folder can exchange the record. Empty where both are
     * known.
     *
     * @param kept as it is kept
     * @param whole the same with the mappings of its plans
     */
    public Optional<List<Message>> needed(Launch kept, Launch whole, ImageRecord record) throws Trouble {
        boolean launch = known.knows(whole) || known.knows(whole.withPlans(kept.plans())); // as it was known before
        boolean image = known.knowsImage(record);
        if (launch && image) {
            return Optional.empty();
        }
        List<Message> all = new ArrayList<>();
        if (!image) {
            all.add(image(record));
        }
        all.addAll(Unusual.of(whole, usual(whole)));
        return Optional.of(all);
    }

    /**
     * What to look at before a launch that the user makes just now: that the image is another one than they have
     * recorded or started by that name. Empty where it is not, and where they use that name for the first time.
     */
    public Optional<List<Message>> exchanged(ImageRecord record) throws Trouble {
        return known.knowsName(record.reference()) && !known.knowsImage(record)
                ? Optional.of(List.of(image(record)))
                : Optional.empty();
    }

    private static Message image(ImageRecord record) {
        return Message.of("unusual.image", record.reference(), record.recordedBy());
    }

    /** The user has made it, or has looked at it and wants it. */
    public void accept(Launch whole) throws Trouble {
        known.add(whole);
    }

    /** The same, and its image. */
    public void accept(Launch whole, ImageRecord record) throws Trouble {
        known.add(whole);
        known.addImage(record);
    }

    /** Whether a folder is one of the user's own, by its name and by where it leads: others may have made a link. */
    private Predicate<String> usual(Launch whole) throws Trouble {
        String user =
                connection.state().connected().map(now -> now.account().user()).orElse("");
        String home = "/home/" + user;
        List<String> own = Stream.concat(Stream.of(home), site.placesOf(user).stream())
                .distinct()
                .toList();
        List<String> mapped =
                whole.mounts().stream().map(Mapping::host).distinct().toList();
        Map<String, String> real =
                real(Stream.concat(own.stream(), mapped.stream()).distinct().toList());
        return folder -> isUsual(folder, home, own)
                && isUsual(
                        real.getOrDefault(folder, folder),
                        real.getOrDefault(home, home),
                        own.stream()
                                .map(place -> real.getOrDefault(place, place))
                                .toList());
    }

    /** Where folders of the server lead; nothing without a connection. */
    private Map<String, String> real(List<String> folders) throws Trouble {
        if (connection.state().connected().isEmpty()) {
            return Map.of();
        }
        Output said = connection.server().host().run(Command.script(REAL, folders.toArray(String[]::new)));
        String[] paths = RawText.of(said.bytes()).split("\0", -1);
        Map<String, String> real = new HashMap<>();
        for (int i = 0; i < folders.size() && i < paths.length - 1; i++) {
            if (!paths[i].isEmpty()) {
                real.put(folders.get(i), paths[i]);
            }
        }
        return real;
    }

    /** Below the folders that people of the site start from, as this user, or of a beamtime. */
    private boolean isUsual(String folder, String home, List<String> own) {
        try {
            Path path = Path.of(folder).normalize();
            if (!path.isAbsolute()
                    || path.equals(Path.of(home))
                    || path.toString().contains("/.")) {
                return false; // keys and settings are nobody's data
            }
            return own.stream().anyMatch(place -> path.startsWith(Path.of(place)))
                    || site.beamtimes().stream().anyMatch(pattern -> isBelow(path, pattern));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isBelow(Path path, String pattern) {
        int length = Path.of(pattern).getNameCount();
        return path.getNameCount() >= length
                && FileSystems.getDefault()
                        .getPathMatcher("glob:" + pattern.replaceAll("/+$", ""))
                        .matches(path.getRoot().resolve(path.subpath(0, length)));
    }
}
