package org.maxdock.cli.standby;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.ssh.KeptFolder;

/** Hands a call to a process that stands by, where one does what is called. */
public final class StandbyClient {

    /** Whoever does it says so at once. */
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(1);

    private final KeptFolder folder;
    private final String world;

    StandbyClient(KeptFolder folder, String world) {
        this.folder = folder;
        this.world = world;
    }

    /**
     * What a call has printed, which was done well; empty where it is to be done here.
     *
     * @param words of the command line
     */
    public static Optional<Answer> answer(String... words) {
        return Listing.mayBe(words)
                ? answer(KeptFolder.of(Path.of(System.getProperty("user.home"))), words)
                : Optional.empty();
    }

    /** The same of those that stand by in a folder. */
    public static Optional<Answer> answer(KeptFolder folder, String... words) {
        return Files.isDirectory(folder.path())
                ? new StandbyClient(folder, World.ofThisProcess()).ask(List.of(words))
                : Optional.empty();
    }

    /** Where one stands by for a connection that is kept. */
    public static Path socket(Path kept) {
        return kept.resolveSibling(Standby.PREFIX + kept.getFileName());
    }

    Optional<Answer> ask(List<String> words) {
        Call call = new Call(world, Path.of("").toAbsolutePath().toString(), words);
        if (!call.isShort() || !folder.isMine()) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> sockets = Files.newDirectoryStream(folder.path(), Standby.PREFIX + "*")) {
            for (Path socket : sockets) {
                Optional<Answer> answer = ask(socket, call);
                if (answer.isPresent()) {
                    return answer;
                }
            }
        } catch (IOException e) {
            log(e);
        }
        return Optional.empty();
    }

    static Optional<Answer> ask(Path socket, Call call) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.configureBlocking(false);
            if (!channel.connect(UnixDomainSocketAddress.of(socket))) {
                throw new SocketTimeoutException("who stands by takes nobody");
            }
            channel.configureBlocking(true);
            call.write(new DataOutputStream(Channels.newOutputStream(channel)));
            channel.configureBlocking(false);
            try (Selector selector = Selector.open()) {
                channel.register(selector, SelectionKey.OP_READ);
                if (selector.select(TAKEN_WITHIN.toMillis()) == 0) {
                    throw new SocketTimeoutException("who stands by does not answer");
                }
            }
            channel.configureBlocking(true);
            DataInputStream said = new DataInputStream(Channels.newInputStream(channel));
            boolean taken = said.readBoolean();
            boolean done = taken && said.readBoolean();
            return done ? Optional.of(Answer.read(said)) : Optional.empty();
        } catch (IOException e) { // it is done here, then
            log(e);
            return Optional.empty();
        }
    }

    private static void log(IOException e) {
        System.getLogger(StandbyClient.class.getName()).log(System.Logger.Level.DEBUG, "nobody stands by", e);
    }
}
