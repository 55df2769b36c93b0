package org.maxdock.launch;

/**
 * Whether an application answers on a port of this host. That the port takes a call is not enough: Docker's proxy does
 * so before anybody listens in the container, and hangs up without a word, after a while on a busy host. So it is asked
 * something (RFC 1945, HEAD); who says a word, or holds the line, is there.
 */
final class AnsweringPort {

    /** A function of bash, {@code answers PORT}; it takes three seconds at most. */
    static final String ANSWERS = """
            answers() { # Docker's proxy takes a call before anybody listens, and hangs up without a word
              (exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'HEAD / HTTP/1.0\\r\\n\\r\\n' >&3 &&
                { read -r -N 1 -t 3 -u 3 || [[ $? -gt 128 ]]; }) 2>/dev/null
            }
            """;

    private AnsweringPort() {}
}
