package org.maxdock.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the command line tells of an application on a port: its address, or one document, as soon as it answers; the
 * document also where it ended before that.
 */
final class ServedTold {

    private final Console console;
    private final boolean document;
    private final Map<String, Object> beside;
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param beside what the document has besides */
    ServedTold(Console console, boolean document, Map<String, Object> beside) {
        this.console = console;
        this.document = document;
        this.beside = Map.copyOf(beside);
    }

    /** @param address where it is to be told; a browser is opened where it is not */
    void answers(Optional<String> address) {
        if (document) {
            tell(address.map(a -> Map.<String, Object>of("address", a)).orElse(Map.of()));
        } else {
            address.ifPresent(console::print);
        }
    }

    void ended(int status) {
        if (document) {
            tell(Map.of("exitStatus", status));
        }
    }

    private void tell(Map<String, Object> first) {
        if (told.compareAndSet(false, true)) {
            Map<String, Object> all = new LinkedHashMap<>(first);
            all.putAll(beside);
            console.printJson(all);
        }
    }
}
