package org.maxdock.cli.standby;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stands by while a connection is kept, and does calls that list what is there: one at a time, since a call that would
 * wait for another is sooner done by itself. It ends when nobody has called for a while, or the connection is kept no
 * more.
 */
public final class Standby {

    /** How its sockets are called. */
    static final String PREFIX = "standby-";

    /** What ends it. */
    static final Call END = new Call("", "", List.of());

    private final Path socket;
    private final Path kept;
    private final String world;
    private final String folder;
    private final Listing listing;
    private final Duration idle;
    private final Program program;
    private final ReentrantLock busy = new ReentrantLock();
    private final AtomicBoolean over = new AtomicBoolean();

    /** The program. */
    public interface Program {

        /** @return the exit status */
        int run(PrintStream out, PrintStream errors, String... words);
    }

    /**
     * @param socket where it listens, in a folder that is the user's alone
     * @param kept where the client listens that keeps the connection
     * @param folder that the connection was kept from
     */
    Standby(Path socket, Path kept, String world, String folder, Listing listing, Duration idle, Program program) {
        this.socket = socket;
        this.kept = kept;
        this.world = world;
        this.folder = folder;
        this.listing = listing;
        this.idle = idle;
        this.program = program;
    }

    /** @param words as {@link StandbyStart} gives them */
    public static void run(Program program, String... words) throws IOException {
        List<String> all = List.of(words);
        new Standby(
                        Path.of(all.get(0)),
                        Path.of(all.get(1)),
                        World.ofThisProcess(),
                        all.get(2),
                        new Listing(all.subList(4, all.size())),
                        Duration.parse(all.get(3)),
                        program)
                .serve();
    }

    void serve() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            server.bind(UnixDomainSocketAddress.of(socket));
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
            while (!over.get() && (selector.select(idle.toMillis()) > 0 || busy.isLocked())) {
                selector.selectedKeys().clear();
                SocketChannel caller = server.accept();
                if (caller != null) {
                    Thread.ofPlatform().daemon().start(() -> answer(caller, selector));
                }
            }
        } finally {
            Files.deleteIfExists(socket);
        }
    }

    private void answer(SocketChannel caller, Selector selector) {
        try (caller;
                DataInputStream from = new DataInputStream(Channels.newInputStream(caller));
                DataOutputStream to = new DataOutputStream(Channels.newOutputStream(caller))) {
            Call call = Call.read(from);
            boolean isKept = Files.exists(kept, LinkOption.NOFOLLOW_LINKS);
            if (!isKept || call.equals(END)) {
                over.set(true);
                selector.wakeup();
            }
            boolean mine = isKept && isMine(call) && busy.tryLock();
            to.writeBoolean(mine);
            to.flush();
            if (mine) {
                answer(call, to);
            }
        } catch (IOException e) { // who called is gone, or does it without
            System.getLogger(Standby.class.getName()).log(System.Logger.Level.DEBUG, "not answered", e);
        }
    }

    private boolean isMine(Call call) {
        return call.world().equals(world)
                && listing.has(call.words())
                && (call.folder().equals(folder) || !listing.namesFiles());
    }

    /** What did not go well is done once more by the call itself, which can ask, and tells of it. */
    private void answer(Call call, DataOutputStream to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status;
        try {
            status = program.run(printed(out), printed(errors), call.words().toArray(String[]::new));
        } finally {
            busy.unlock(); // who has the answer may call again
        }
        boolean done = status == 0 && out.size() <= Answer.MOST && errors.size() <= Answer.MOST;
        to.writeBoolean(done);
        if (done) {
            new Answer(out.toByteArray(), errors.toByteArray()).write(to);
        }
    }

    private static PrintStream printed(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
