package org.maxdock.store;

/**
 * A build that ended.
 *
 * @param folder of the project
 * @param reference what the image was to be called
 * @param id of the image; empty where it failed
 * @param startedAt an instant, ISO 8601
 * @param seconds it took
 * @param failure the key of the trouble that ended it; empty where it went well
 * @param log all that the builder said
 */
public record PastBuild(
        String folder, String reference, String id, String startedAt, long seconds, String failure, String log) {

    public boolean wentWell() {
        return failure.isEmpty();
    }
}
