package org.maxdock.host.ssh;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Reaches a server over the network: at each of its addresses, until one answers. */
record Dialer(Route.Direct route, Duration limit) {

    private static final int SHORTEST_MS = 3_000;

    Wire dial(String host, int port, Guard guard) throws Trouble {
        List<InetAddress> addresses = addresses(host);
        int each = (int) Math.max(SHORTEST_MS, limit.toMillis() / addresses.size());
        IOException last = null;
        for (InetAddress address : addresses) {
            try {
                return dial(address, port, each, guard);
            } catch (IOException e) {
                last = e;
            }
        }
        throw new Trouble(last, TroubleKind.HOST_UNREACHABLE, host, String.valueOf(port), IoReason.atEnd(reason(last)));
    }

    private List<InetAddress> addresses(String host) throws Trouble {
        try {
            List<InetAddress> fitting = Arrays.stream(InetAddress.getAllByName(host))
                    .filter(this::fits)
                    .toList();
            if (fitting.isEmpty()) {
                throw new Trouble(TroubleKind.HOST_UNKNOWN, host);
            }
            return fitting;
        } catch (UnknownHostException e) {
            throw new Trouble(e, TroubleKind.HOST_UNKNOWN, host);
        }
    }

    private boolean fits(InetAddress address) {
        return switch (route.family()) {
            case ANY -> true;
            case INET -> address instanceof Inet4Address;
            case INET6 -> !(address instanceof Inet4Address);
        };
    }

    private Wire dial(InetAddress address, int port, int millis, Guard guard) throws IOException, Trouble {
        Socket socket = new Socket();
        guard.hold(socket);
        try {
            if (route.from().isPresent()) {
                socket.bind(new InetSocketAddress(own(route.from().get(), address), 0));
            }
            socket.connect(new InetSocketAddress(address, port), millis);
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            return new Wire(socket.getInputStream(), socket.getOutputStream(), socket::close);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** The own address to use: one that is named, or that of a network interface. */
    private static InetAddress own(String named, InetAddress towards) throws IOException, Trouble {
        NetworkInterface network = NetworkInterface.getByName(named);
        if (network == null) {
            return InetAddress.getByName(named);
        }
        Optional<InetAddress> found = Collections.list(network.getInetAddresses()).stream()
                .filter(a -> a.getClass() == towards.getClass())
                .findFirst();
        return found.orElseThrow(() -> new Trouble(TroubleKind.SSH_OPTION_BAD, "BindInterface", named));
    }

    /** The system's words, which are all that its exceptions hold. */
    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
