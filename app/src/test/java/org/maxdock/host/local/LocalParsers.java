package org.maxdock.host.local;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.maxdock.fuzz.Fuzzed;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** The readers of this room that get what others wrote. */
public final class LocalParsers {

    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private LocalParsers() {}

    public static Fuzzed display() {
        return Fuzzed.raw("a display's name", DisplayName::read, ":0.0", "localhost:10", "/tmp/org.xquartz:0");
    }

    /** Whoever connects to the port before the display, and what a program says that has its key. */
    public static Fuzzed displaysPort() {
        Untrusted asked = Untrusted.of(Untrusted.LARGE, TroubleKind.DISPLAY_ASKED);
        return new Fuzzed("who asks for the display", List.of(setUp('l'), setUp('B')), bytes -> {
            asked.bytes(
                    bytes,
                    b -> new DisplayGate(KEY, Optional.of(new byte[5]))
                            .admit(client(b))
                            .readAllBytes());
            asked.bytes(
                    bytes,
                    b -> new DisplayGate(KEY, Optional.empty()).admit(client(b)).readAllBytes());
        });
    }

    private static Socket client(byte[] says) {
        return new Socket() {
            @Override
            public InputStream getInputStream() {
                return new ByteArrayInputStream(says);
            }
        };
    }

    /** The first packet of X11 (Connection Setup), and a request. */
    private static byte[] setUp(char order) {
        int high = order == 'B' ? 0 : 1;
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        byte[] head = new byte[12];
        head[0] = (byte) order;
        head[3 - high] = 11;
        head[7 - high] = 18;
        head[9 - high] = 16;
        packet.writeBytes(head);
        packet.writeBytes("MIT-MAGIC-COOKIE-1\0\0".getBytes(StandardCharsets.US_ASCII));
        packet.writeBytes(KEY);
        packet.writeBytes(new byte[] {98, 0, 2, 0, 1, 0, 0, 0});
        return packet.toByteArray();
    }
}
