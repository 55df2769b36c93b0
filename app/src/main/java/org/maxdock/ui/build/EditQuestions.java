package org.maxdock.ui.build;

import java.util.Optional;

/** What is asked before edits of a file are given up or put in the place of another's. */
interface EditQuestions {

    /** What becomes of edits that were not saved. */
    enum Unsaved {
        SAVE,
        DISCARD
    }

    /** What becomes of a file that was edited here and elsewhere. */
    enum Conflict {
        /** The file stays, and comes into the editor. */
        THEIRS,
        /** What is in the editor goes into the file. */
        MINE,
        /** The file stays; what is in the editor goes into a file beside it. */
        BOTH
    }

    /** Empty to go on editing. */
    Optional<Unsaved> unsaved(String where);

    /** Empty to go on editing. */
    Optional<Conflict> conflict(String where, LineDifference difference);
}
