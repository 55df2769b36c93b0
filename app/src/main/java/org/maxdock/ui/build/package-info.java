/**
 * The page that builds: a Dockerfile being written, the build as it goes on, and what comes after it. Here alone it is
 * known what becomes of edits that were made here and elsewhere ({@link org.maxdock.ui.build.DockerfileSaves}), and how
 * the classic builder's lines become steps.
 */
package org.maxdock.ui.build;
