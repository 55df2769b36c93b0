package org.maxdock.engine;

/** What an authorization plugin as the site's keeps for root. */
public enum Action {
    REMOVE_IMAGE, COPY_INTO_CONTAINER
}
