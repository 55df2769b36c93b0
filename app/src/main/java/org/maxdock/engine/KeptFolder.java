package org.maxdock.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/**
 * A folder of this machine to build from, of which the engine's host keeps a copy: of one that is there already, only
 * what has changed crosses the link.
 */
public interface KeptFolder {

    /** Begins to look what there is, while the host is asked what it has. */
    void begin();

    /** The copy's name on the host: letters and digits, which no other folder has. */
    String name();

    /** The name of the Dockerfile in {@link #whole()}. */
    String dockerfile();

    /** The Dockerfile, which need not be in the copy; of that, nothing is left out. */
    OwnDockerfile ownDockerfile();

    /**
     * What has to change in the copy; empty for nothing.
     *
     * @param there what the copy is known to be, as {@link Change#now} called it; empty where that is not known
     * @param listing all that is in the copy, where it must be asked for
     * @throws Trouble where the folder cannot be read
     * @throws IOException where the host does not answer
     */
    Optional<Change> change(Optional<String> there, Listing listing) throws Trouble, IOException;

    /**
     * Whether a copy would be read as it is: of what its own owner may not read, docker's client sends less than there
     * is, and does not say so.
     */
    boolean canBeKept() throws Trouble;

    /** To be called once the copy is what it was to be. */
    void kept();

    /** All of it as a tar, for a host that can keep no copy; read to its end and closed. */
    InputStream whole() throws Trouble;

    /** What changes in a copy. */
    interface Change {

        /** Names that go, before anything comes ({@link org.maxdock.text.RawText}). */
        List<String> gone();

        /**
         * Names of which nothing but the time is new, behind that time: seconds since 1970, as touch(1) reads them
         * after an at sign. They get it after what goes, before anything comes.
         */
        Map<String, List<String>> touched();

        /** What comes, as a tar; read to its end and closed. */
        InputStream tar() throws Trouble;

        /**
         * What the copy is then, in one word; once the tar has been read.
         *
         * @throws Trouble where not all of it was sent
         */
        String now() throws Trouble;

        /** How much comes of how much, for people. */
        Message told();
    }

    /** Asks the host. */
    interface Listing {
        /**
         * Kind, mode, time and name, as {@code f 644 1700000000.5 a/b}, and where a link leads, each with a NUL behind
         * it; of a file of several names the kind {@code h}, and a number that they have in common. A NUL; digest, two
         * blanks, and name, of each file.
         */
        byte[] read() throws IOException;
    }
}
