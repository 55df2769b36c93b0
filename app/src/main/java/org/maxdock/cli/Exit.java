package org.maxdock.cli;

import java.util.EnumSet;
import java.util.Set;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Exit statuses. */
final class Exit {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int DOES_NOT_HOLD = 3;

    /** As of a program that SIGPIPE ends (signal(7)). */
    static final int NOBODY_READS = 128 + 13;

    private static final Set<TroubleKind> WRONG_USAGE = EnumSet.of(
            TroubleKind.BAD_TARGET,
            TroubleKind.BAD_MAPPING,
            TroubleKind.MAPPING_OPTION,
            TroubleKind.BAD_KIND,
            TroubleKind.BAD_MODE,
            TroubleKind.BAD_REFERENCE,
            TroubleKind.BAD_ARGUMENT,
            TroubleKind.COPY_TO_STREAM,
            TroubleKind.FILE_FOR_FOLDER,
            TroubleKind.ADDRESS_FOR_FOLDER,
            TroubleKind.NOT_ONE_OF,
            TroubleKind.WORKDIR_RELATIVE,
            TroubleKind.BAD_DEPENDENCY,
            TroubleKind.PORT_FOR_PARTITION,
            TroubleKind.TTY_FOR_TIME,
            TroubleKind.NOT_TOGETHER,
            TroubleKind.ONLY_WITH,
            TroubleKind.SSH_OPTION_WITHOUT_SERVER,
            TroubleKind.BAD_VARIABLE,
            TroubleKind.SCRIPTS_VARIABLE,
            TroubleKind.BAD_SLURM_OPTION,
            TroubleKind.NOTHING_ALLOCATED,
            TroubleKind.NO_IMAGE_GIVEN,
            TroubleKind.NO_SUCH_SITE,
            TroubleKind.PLAN_WITHOUT_MAPPINGS,
            TroubleKind.PLAN_WITHOUT_NAME,
            TroubleKind.TAG_MISSING,
            TroubleKind.VALUE_MISSING);

    private static final Set<TroubleKind> CHECKED = EnumSet.of(TroubleKind.SIGNATURE_DEMANDED);

    private Exit() {}

    static int of(Trouble trouble) {
        if (WRONG_USAGE.contains(trouble.kind())) {
            return USAGE;
        }
        return CHECKED.contains(trouble.kind()) ? DOES_NOT_HOLD : FAILED;
    }
}
