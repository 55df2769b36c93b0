package org.maxdock.engine;

/** What an authorization plugin as the site's keeps for root. */
public enum RootOnlyAction {
    REMOVE_IMAGE,
    COPY_INTO_CONTAINER
}
