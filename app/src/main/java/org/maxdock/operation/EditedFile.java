package org.maxdock.operation;

import org.maxdock.text.Trouble;

/**
 * A text file that is edited here and may be edited elsewhere meanwhile: it is written only where it still holds what
 * the edit began with.
 */
public interface EditedFile {

    /** What came of writing. */
    sealed interface Outcome {

        /** It is in the file. */
        record Written(FileContent now) implements Outcome {}

        /** Nothing was written: somebody else had changed the file. */
        record Changed(FileContent now) implements Outcome {}
    }

    /** What it holds now. */
    FileContent read() throws Trouble;

    /** Writes what an editor made of a version, in that version's form; a file that holds it already is left alone. */
    Outcome write(String edited, FileContent from) throws Trouble;
}
