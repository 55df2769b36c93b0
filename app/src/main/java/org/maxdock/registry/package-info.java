/**
 * Registries: their names, the accounts that docker keeps, tags and manifests. Only this room knows registries' HTTP
 * and docker's configuration file.
 */
package org.maxdock.registry;
