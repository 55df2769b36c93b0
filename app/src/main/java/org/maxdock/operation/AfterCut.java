package org.maxdock.operation;

import java.time.Duration;
import java.util.Optional;
import org.maxdock.operation.ConnectionState.Connected;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * What became of a file that was being written when the connection broke: the server is asked once the connection is
 * back, which whoever looks after it makes again ({@link Reconnecting}).
 */
final class AfterCut {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection connection;
    private final Optional<Connected> over;

    /** For what is written over the connection that there is now. */
    AfterCut(Connection connection) {
        this.connection = connection;
        this.over = connection.state().connected();
    }

    /**
     * Returns where the new file is there.
     *
     * @param cut by which writing ended: file-cut, where the old or the new one may be there; thrown where the server
     *     cannot be asked within a while
     * @throws Trouble file-not-replaced, where the old one is there
     */
    void mustBeWritten(String path, byte[] bytes, Trouble cut) throws Trouble {
        if (!holds(path, bytes).orElseThrow(() -> cut)) {
            throw new Trouble(cut, TroubleKind.FILE_NOT_REPLACED, path);
        }
    }

    /** Empty where the server cannot be asked. */
    private Optional<Boolean> holds(String path, byte[] bytes) {
        try {
            return over.isPresent() && isBack(over.get())
                    ? Optional.of(connection.server().files().holds(path, bytes))
                    : Optional.empty();
        } catch (Trouble e) {
            System.getLogger(AfterCut.class.getName()).log(System.Logger.Level.DEBUG, "asked in vain", e);
            return Optional.empty();
        }
    }

    /** Whether it leads to where it led. */
    private boolean isBack(Connected before) throws Trouble {
        return connection
                .await(now -> !isWaitedFor(now, before), PATIENCE)
                .flatMap(ConnectionState::connected)
                .filter(now -> now.account().equals(before.account()))
                .isPresent();
    }

    /** Also while it is not known yet that it broke. */
    private static boolean isWaitedFor(ConnectionState now, Connected before) {
        return switch (now) {
            case Connected connected -> connected.link() == before.link();
            case ConnectionState.Lost lost -> !lost.asks();
            case ConnectionState.Connecting connecting -> true;
            case ConnectionState.None none -> false;
            case ConnectionState.Failed failed -> false;
        };
    }
}
