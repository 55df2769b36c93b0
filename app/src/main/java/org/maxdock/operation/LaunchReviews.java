package org.maxdock.operation;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maxdock.launch.Launch;
import org.maxdock.launch.Unusual;
import org.maxdock.store.KnownLaunches;
import org.maxdock.store.Site;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** Has a launch that came with a folder looked at before it is started for the first time, and after each change. */
public final class LaunchReviews {

    private final KnownLaunches known;
    private final Connection connection;
    private final Site site;

    public LaunchReviews(KnownLaunches known, Connection connection, Site site) {
        this.known = known;
        this.connection = connection;
        this.site = site;
    }

    /**
     * What is unusual in a launch that the user has not made, started or looked at; empty where it is known.
     *
     * @param whole with the mappings of its plans
     */
    public Optional<List<Message>> needed(Launch whole) throws Trouble {
        return known.knows(whole) ? Optional.empty() : Optional.of(Unusual.of(whole, this::isUsual));
    }

    /** The user has made it, or has looked at it and wants it. */
    public void accept(Launch whole) throws Trouble {
        known.add(whole);
    }

    /** Below the folders that people of the site start from, as this user, or of a beamtime. */
    private boolean isUsual(String folder) {
        String user =
                connection.state().connected().map(now -> now.account().user()).orElse("");
        try {
            Path path = Path.of(folder).normalize();
            if (!path.isAbsolute()
                    || path.equals(Path.of("/home/" + user))
                    || path.toString().contains("/.")) {
                return false; // keys and settings are nobody's data
            }
            boolean own = site.placesOf(user).stream().anyMatch(place -> path.startsWith(Path.of(place)))
                    || path.startsWith(Path.of("/home/" + user));
            return own || site.beamtimes().stream().anyMatch(pattern -> isBelow(path, pattern));
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
