package org.maxdock.ui.shell;

import java.nio.file.Path;
import org.maxdock.operation.Desktop;

/** The program's own log, and by what it is opened. */
public record OpenableLog(Desktop desktop, Path file) {}
