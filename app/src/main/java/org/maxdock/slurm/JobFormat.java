package org.maxdock.slurm;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * How squeue is asked to write jobs. Names and comments of jobs may hold anything that their users want to be there; so
 * what parts fields and records is drawn anew for each question, and nobody can have put it into a name.
 */
record JobFormat(String field, String record) {

    private static final int BYTES = 8;

    static JobFormat random() {
        String word = drawn();
        return new JobFormat("\u001f" + word + "\u001f", "\u001e" + word + "\u001e");
    }

    /** A word that nobody knew before. */
    static String drawn() {
        byte[] drawn = new byte[BYTES];
        new SecureRandom().nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    /** The value of {@code squeue -o}, the same in all versions since 20.11; the name comes last. */
    String option() {
        return String.join(field, "%i", "%T", "%P", "%D", "%R", "%M", "%l", "%k", "%u", "%L", "%S", "%Q", "%A", "%j")
                + record;
    }
}
