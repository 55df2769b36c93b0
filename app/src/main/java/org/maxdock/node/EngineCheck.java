package org.maxdock.node;

/** Whether a node's engine answers at all: one that hangs takes calls, and would be waited for without end. */
final class EngineCheck {

    /** Lines of bash that end a script with {@link NodeSteps#NO_ENGINE} where it does not. */
    static final String OR_END = """
            timeout 20 docker version >/dev/null || {
              [ $? != 124 ] || echo "it takes calls, but says nothing" >&2
              exit 4
            }
            """;

    private EngineCheck() {}
}
