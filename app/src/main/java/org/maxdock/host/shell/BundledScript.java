package org.maxdock.host.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The scripts of bash that lie beside the classes that run them. */
public final class BundledScript {

    private BundledScript() {}

    /** @param name in the package of that class */
    public static String of(Class<?> whose, String name) {
        try (InputStream in = whose.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
