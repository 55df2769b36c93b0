package org.maxdock.host.ssh;

import java.util.Optional;
import java.util.function.Consumer;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/**
 * What a connection may have to ask the user, and tells on the way. Called on a thread of the connection's, which is
 * interrupted when the question is not wanted any more.
 */
public interface SshPrompts {

    /** An answer, which may be blank; empty when the user turns back, which ends the connection. */
    Optional<String> answer(SshQuestion question);

    /** Whether to trust a server that is met for the first time; no ends the connection. */
    boolean trust(TrustQuestion question);

    /** What is good to know: an option of the configuration that is not followed, say. */
    default void note(Message note) {}

    /** Somebody tried to get at what is the user's. From any thread, for as long as the connection is there. */
    default void alarm(Trouble tried) {}

    /**
     * What a server says while it waits for the user: where to confirm a login, say. It comes some seconds after the
     * server has said it, and only where the login still goes on.
     */
    default void says(Asker asker, String text) {
        note(Message.of("ssh.note.server-says", asker, text));
    }

    /** The login has ended, as it may: what was said on the way is of no use any more. */
    default void settled() {}

    /** Whether there is somebody to ask; else ways to log in that ask are not tried. */
    default boolean canAsk() {
        return true;
    }

    /** For programs without a person: no secret is known, no new server is trusted. */
    static SshPrompts none() {
        return unattended(note -> {}, tried -> {});
    }

    /** The same, with somewhere for notes and alarms to go. */
    static SshPrompts unattended(Consumer<Message> notes, Consumer<Trouble> alarms) {
        return new SshPrompts() {
            @Override
            public Optional<String> answer(SshQuestion question) {
                return Optional.empty();
            }

            @Override
            public boolean trust(TrustQuestion question) {
                return false;
            }

            @Override
            public void note(Message note) {
                notes.accept(note);
            }

            @Override
            public void alarm(Trouble tried) {
                alarms.accept(tried);
            }

            @Override
            public boolean canAsk() {
                return false;
            }
        };
    }
}
