package org.maxdock.store;

import org.maxdock.text.InvalidValue;
import org.maxdock.text.Valid;

/**
 * A build that ended.
 *
 * @param folder of the project
 * @param reference what the image was to be called
 * @param id of the image; empty where it failed
 * @param startedAt an instant, ISO 8601
 * @param seconds it took
 * @param failure the key of the trouble that ended it; empty where it went well
 * @param builder which one built, in docker's words; empty where it came to none, or is not known any more
 * @param log all that the builder said
 */
public record PastBuild(
        String folder,
        String reference,
        String id,
        String startedAt,
        long seconds,
        String failure,
        String builder,
        String log) {

    private static final int LONGEST_LOG = 4_000_000;

    /** @throws InvalidValue where a value is no line, or the log is far too long */
    public PastBuild {
        folder = Valid.text("folder", folder, Valid.LONG);
        reference = Valid.text("reference", reference, Valid.LONG);
        id = Valid.line("id", id, Valid.LONG);
        startedAt = Valid.utf8Line("startedAt", startedAt, Valid.LONG);
        failure = Valid.utf8Line("failure", failure, Valid.LONG);
        builder = Valid.utf8Line("builder", builder, Valid.LONG);
        log = log == null ? "" : log.substring(Math.max(0, log.length() - LONGEST_LOG));
    }

    public boolean wentWell() {
        return failure.isEmpty();
    }
}
