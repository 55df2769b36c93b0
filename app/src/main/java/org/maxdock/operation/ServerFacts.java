package org.maxdock.operation;

import java.util.Optional;
import java.util.OptionalLong;
import org.maxdock.engine.EngineInfo;
import org.maxdock.text.Trouble;

/**
 * What a server has; asked once there is a connection, and beside all else, so that nothing waits for it.
 *
 * @param keeper the program under which terminals outlive the connection
 * @param millis the shortest of a few round trips; empty while it is not measured
 */
public record ServerFacts(Answer<EngineInfo> engine, Answer<String> slurm, Answer<String> keeper, OptionalLong millis) {

    static final ServerFacts UNKNOWN = new ServerFacts(new Asked<>(), new Asked<>(), OptionalLong.empty());

    /** Where nobody asked what keeps terminals. */
    public ServerFacts(Answer<EngineInfo> engine, Answer<String> slurm, OptionalLong millis) {
        this(engine, slurm, new Asked<>(), millis);
    }

    /** Whether it is known that what runs in a terminal ends with the connection. */
    public boolean keepsNoTerminals() {
        return keeper instanceof NotThere<String>(Optional<Trouble> why) && why.isEmpty();
    }

    ServerFacts withEngine(Answer<EngineInfo> said) {
        return new ServerFacts(said, slurm, keeper, millis);
    }

    ServerFacts withSlurm(Answer<String> said) {
        return new ServerFacts(engine, said, keeper, millis);
    }

    public ServerFacts withKeeper(Answer<String> said) {
        return new ServerFacts(engine, slurm, said, millis);
    }

    ServerFacts withMillis(OptionalLong measured) {
        return new ServerFacts(engine, slurm, keeper, measured);
    }

    /** These facts, and those of the others that are known there. */
    ServerFacts with(ServerFacts others) {
        return new ServerFacts(
                others.engine.isPending() ? engine : others.engine,
                others.slurm.isPending() ? slurm : others.slurm,
                others.keeper.isPending() ? keeper : others.keeper,
                others.millis.isPresent() ? others.millis : millis);
    }

    /** What is known of one thing. */
    public sealed interface Answer<T> {

        default Optional<T> value() {
            return this instanceof There<T> there ? Optional.of(there.what()) : Optional.empty();
        }

        default Optional<Trouble> trouble() {
            return this instanceof NotThere<T> none ? none.why() : Optional.empty();
        }

        default boolean isPending() {
            return this instanceof Asked<T>;
        }
    }

    /** The answer has not come yet. */
    public record Asked<T>() implements Answer<T> {}

    public record There<T>(T what) implements Answer<T> {}

    /** @param why empty where the server simply has none */
    public record NotThere<T>(Optional<Trouble> why) implements Answer<T> {}
}
