package org.maxdock.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.net.UnixDomainSocketAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Running;
import org.maxdock.host.shell.BundledScript;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * An ssh-agent of this machine as one of another host, for its user there: keys can be listed and signed with, as the
 * protocol has it (draft-miller-ssh-agent), and nothing else. Whoever is root there can do the same while it is open.
 */
final class AgentRelay implements AutoCloseable {

    private static final String START = """
            command -v python3 >/dev/null || { echo "no python3" >&2; exit 127; }
            exec python3 -I -c "$1"
            """;

    private static final String PROGRAM = BundledScript.of(AgentRelay.class, "agentrelay.py");
    private static final Pattern SOCKET = Pattern.compile("/tmp/maxdock-agent\\.[A-Za-z0-9_]{1,40}/agent");
    private static final int LONGEST = 256 * 1024;
    private static final int REQUEST_IDENTITIES = 11;
    private static final int SIGN_REQUEST = 13;
    private static final byte[] FAILURE = {5};

    private final Path agent;
    private final Running running;
    private final Reader requests;
    private final String path;

    /**
     * Has it listen there.
     *
     * @param agent where the agent listens here
     * @throws Trouble where the host has nothing to listen with
     */
    AgentRelay(Host host, Path agent, Cancellation cancellation) throws Trouble {
        this.agent = agent;
        this.running = host.start(Command.script(START, PROGRAM), cancellation);
        this.requests = new BufferedReader(new InputStreamReader(running.output(), StandardCharsets.US_ASCII));
        try {
            String first = Lines.next(requests, LONGEST);
            if (first == null || !SOCKET.matcher(first).matches()) {
                throw notRelayed(first == null ? last(running.errors()) : first, host, cancellation);
            }
            this.path = first;
        } catch (IOException e) {
            throw notRelayed(IoReason.of(e), host, cancellation);
        }
        Thread.ofVirtual().name("agent-relay").start(this::answer);
    }

    private Trouble notRelayed(Object why, Host host, Cancellation cancellation) {
        running.close();
        if (cancellation.isCancelled()) {
            return new Trouble(TroubleKind.CANCELLED);
        }
        return host.isOpen()
                ? new Trouble(TroubleKind.AGENT_NOT_RELAYED, host.name(), why)
                : new Trouble(TroubleKind.CONNECTION_LOST, host.name());
    }

    /** Of what it said before it ended. */
    private static String last(InputStream errors) throws IOException {
        String said = new String(errors.readNBytes(LONGEST), StandardCharsets.UTF_8);
        return said.strip().lines().reduce("", (a, b) -> b);
    }

    /** Where it listens there. */
    String path() {
        return path;
    }

    private void answer() {
        OutputStream to = running.input();
        try {
            for (String line; (line = Lines.next(requests, 2 * LONGEST)) != null; ) {
                byte[] reply = reply(Base64.getDecoder().decode(line));
                to.write((Base64.getEncoder().encodeToString(reply) + "\n").getBytes(StandardCharsets.US_ASCII));
                to.flush();
            }
        } catch (IOException | IllegalArgumentException e) {
            System.getLogger(AgentRelay.class.getName()).log(System.Logger.Level.DEBUG, "nobody asks any more", e);
        } finally {
            running.close();
        }
    }

    private byte[] reply(byte[] request) {
        if (request.length == 0 || request[0] != REQUEST_IDENTITIES && request[0] != SIGN_REQUEST) {
            return FAILURE;
        }
        try (SocketChannel there = SocketChannel.open(UnixDomainSocketAddress.of(agent));
                InputStream in = Channels.newInputStream(there)) {
            ByteBuffer message = ByteBuffer.allocate(4 + request.length)
                    .putInt(request.length)
                    .put(request)
                    .flip();
            while (message.hasRemaining()) {
                there.write(message);
            }
            int length = ByteBuffer.wrap(in.readNBytes(4)).getInt();
            byte[] answer = in.readNBytes(Math.clamp(length, 0, LONGEST));
            return answer.length == length && length > 0 ? answer : FAILURE;
        } catch (IOException | BufferUnderflowException e) {
            System.getLogger(AgentRelay.class.getName()).log(System.Logger.Level.DEBUG, "the agent is gone", e);
            return FAILURE;
        }
    }

    @Override
    public void close() {
        running.close();
    }
}
