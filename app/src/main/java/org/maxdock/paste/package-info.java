/**
 * Lines and documents that people have, read into mappings and launches: docker run, dockerrun, dockercluster, compose
 * files, devcontainer.json. Nothing of them is run. Only this room knows Docker's options as a line has them, and YAML;
 * what it cannot take over it names, and what it takes over is checked by the types it becomes.
 */
package org.maxdock.paste;
