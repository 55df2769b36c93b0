package org.maxdock.operation;

import java.util.Optional;
import org.maxdock.text.Trouble;

/** How the one connection stands. */
public sealed interface ConnectionState {

    /** Where it leads or led; empty for nowhere. */
    String target();

    /** There is no connection, and nobody asked for one. */
    record None() implements ConnectionState {
        @Override
        public String target() {
            return "";
        }
    }

    /** One is being made; that can be cancelled. */
    record Connecting(String target) implements ConnectionState {}

    /**
     * There is one.
     *
     * @param number another one for each connection, and each engine that is worked with: an answer that came over an
     *     earlier one is no answer any more
     * @param link another one for each connection alone
     * @param engine where the engine is that is worked with
     */
    record Connected(long number, long link, String target, Account account, EngineWhere engine, ServerFacts facts)
            implements ConnectionState {

        /** To the engine of the server itself. */
        public Connected(long number, String target, Account account, ServerFacts facts) {
            this(number, number, target, account, new EngineWhere(new EnginePlace.OnServer(), account.host()), facts);
        }

        Connected with(ServerFacts known) {
            return new Connected(number, link, target, account, engine, known);
        }
    }

    /**
     * There was one, and it broke.
     *
     * @param asks whether somebody has to be asked something for it to be made again
     */
    record Lost(String target, Account account, boolean asks) implements ConnectionState {}

    /** None could be made. */
    record Failed(String target, Trouble why) implements ConnectionState {}

    default Optional<Connected> connected() {
        return this instanceof Connected connected ? Optional.of(connected) : Optional.empty();
    }

    /** Whether both are the same connection to the same engine, whatever has been learnt of the server meanwhile. */
    default boolean sameAs(ConnectionState other) {
        return (this instanceof Connected one && other instanceof Connected two)
                ? one.number() == two.number()
                : equals(other);
    }
}
