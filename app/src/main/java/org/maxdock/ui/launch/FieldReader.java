package org.maxdock.ui.launch;

import java.util.List;
import org.maxdock.host.shell.OptionWords;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/** Reads the fields of a draft; what is wrong with one is known to be about that. */
final class FieldReader {

    /** A field is not what it is meant to be. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        private final DraftField field;
        private final Trouble trouble;

        Wrong(DraftField field, Trouble trouble) {
            super(trouble);
            this.field = field;
            this.trouble = trouble;
        }

        DraftField field() {
            return field;
        }

        Trouble trouble() {
            return trouble;
        }
    }

    private final DraftValues draft;

    FieldReader(DraftValues draft) {
        this.draft = draft;
    }

    <T> T take(DraftField field, InvalidValue.Maker<T> maker) throws Wrong {
        try {
            visible(field);
            return InvalidValue.orTrouble(maker);
        } catch (Trouble e) {
            throw new Wrong(field, e);
        }
    }

    /**
     * Nobody types a control character, nor sees one; of blanks and line breaks each field says what they are to it.
     */
    private void visible(DraftField field) throws Trouble {
        String text = draft.typed(field);
        InvalidValue.orTrouble(
                () -> Valid.line("--" + field.word(), text.replace('\n', ' ').replace('\t', ' '), Integer.MAX_VALUE));
    }

    /** 0 where the field is empty. */
    int number(DraftField field, String option) throws Trouble {
        String text = draft.text(field);
        if (!text.matches("[0-9]{0,9}")) {
            throw new Trouble(TroubleKind.BAD_ARGUMENT, option, Valid.shown(text));
        }
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** What stands between blanks. */
    List<String> parts(DraftField field) {
        return FieldText.words(draft.text(field));
    }

    List<String> options(DraftField field) {
        return OptionWords.read(draft.typed(field));
    }
}
