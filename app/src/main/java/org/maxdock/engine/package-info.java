/**
 * A Docker Engine behind a host: images, containers, builds, over the host's streams and with TLS inside them. Only
 * this room knows docker-java and the engine's HTTP.
 */
package org.maxdock.engine;
