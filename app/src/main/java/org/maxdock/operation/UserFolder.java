package org.maxdock.operation;

import org.maxdock.store.Site;
import org.maxdock.text.Trouble;

/**
 * The user's own folder on storage that the nodes see: where files of the server go, unless the user says otherwise.
 */
public final class UserFolder {

    private final Connection connection;
    private final Site site;

    public UserFolder(Connection connection, Site site) {
        this.connection = connection;
        this.site = site;
    }

    /** The first of the site's that is there; where none is, the user's home. */
    public String path() throws Trouble {
        String user = connection.account().user();
        return connection.server().files().places(site.ownPlacesOf(user)).stream()
                .map(org.maxdock.host.StartFolder::path)
                .findFirst()
                .orElse("/home/" + user);
    }
}
