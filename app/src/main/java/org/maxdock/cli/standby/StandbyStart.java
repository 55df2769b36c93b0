package org.maxdock.cli.standby;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.maxdock.host.local.LocalPrograms;

/** Starts the process that stands by for a kept connection, and ends it. */
public final class StandbyStart {

    /** The program's class whose main method gives its words to {@link Standby#run}. */
    private static final String MAIN = "org.maxdock.StandbyMain";

    private static final int LONGEST_PATH = 107; // unix(7)

    private final Path kept;
    private final Path socket;

    /** @param kept where the client listens that keeps the connection: it stands by in the same folder */
    public StandbyStart(Path kept) {
        this.kept = kept;
        this.socket = StandbyClient.socket(kept);
    }

    /**
     * Has one stand by, where the calls to come are of use to it.
     *
     * @param words those of {@code connection keep}
     * @param idle for how long it stands by after the last call
     */
    public void start(List<String> words, Duration idle) throws IOException {
        if (socket.toString().length() > LONGEST_PATH) {
            return;
        }
        end();
        Path folder = Path.of("").toAbsolutePath();
        Listing listing = Listing.after(words);
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        all.addAll(List.of("-Xmx128m", "-cp", System.getProperty("java.class.path"), MAIN));
        all.addAll(List.of(socket.toString(), kept.toString(), folder.toString(), idle.toString()));
        all.addAll(listing.where());
        LocalPrograms.startDetached(all, listing.namesFiles() ? folder : Path.of("/"));
    }

    /** Has it end, where one stands by. */
    public void end() throws IOException {
        if (Files.exists(socket)) {
            StandbyClient.ask(socket, Standby.END);
            Files.deleteIfExists(socket);
        }
    }
}
