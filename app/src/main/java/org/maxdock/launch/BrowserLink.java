package org.maxdock.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * An address that leads a browser on once. A browser is started with its address as an argument, which everybody on a
 * machine can read; so that argument is this address, and the token goes in the answer to the first who asks.
 */
public final class BrowserLink implements AutoCloseable {

    private final HttpServer server;
    private final String path;

    /** @param to where it leads, token and all */
    public BrowserLink(String to) throws Trouble {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        path = "/" + HexFormat.of().formatHex(random);
        AtomicBoolean used = new AtomicBoolean();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.NO_LOCAL_PORT, e.getMessage());
        }
        server.createContext("/", exchange -> answer(exchange, used, to));
        server.start();
    }

    private void answer(HttpExchange exchange, AtomicBoolean used, String to) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals(path) && used.compareAndSet(false, true)) {
                exchange.getResponseHeaders().set("Location", to);
                exchange.getResponseHeaders().set("Cache-Control", "no-store");
                exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
                exchange.sendResponseHeaders(302, -1);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
