package org.maxdock.launch;

/**
 * Whether an application answers on a port of this host. That the port takes a call is not enough: Docker's proxy does
 * so before anybody listens in the container, and hangs up without a word: at once, or where the container's network is
 * not up yet, when it has sought it for three seconds (arp(7), mcast_solicit). So it is asked something (RFC 1945,
 * HEAD); who says a word, or holds the line for longer than that, is there.
 */
final class AnsweringPort {

    /**
     * A function of bash, {@code answers PORT}; it takes five seconds at most. The host is asked by its name, as the
     * user's tunnel comes to it: what listens at 127.0.0.1 alone is there for nobody else.
     */
    static final String ANSWERS = """
            answers() { # Docker's proxy takes a call before anybody listens, and hangs up without a word
              (exec 3<>"/dev/tcp/$(uname -n)/$1" && printf 'HEAD / HTTP/1.0\\r\\n\\r\\n' >&3 &&
                { read -r -N 1 -t 5 -u 3 || [[ $? -gt 128 ]]; }) 2>/dev/null
            }
            """;

    /**
     * A function of bash, {@code foreigners PORT CONTAINER}: who else listens there, by name; before a program of the
     * container does, anybody of the host may. Docker's own proxy is root's, but anybody may have one: root is the
     * container's only where its engine says that the port is this container's.
     */
    static final String FOREIGNERS = """
            # who listens on that port, but you and who the container is on this host (proc_net(5), tcp)
            foreigners() {
              local port uid ran mine=" $EUID "
              ran=$(docker inspect --format '{{.State.Pid}}' -- "$2" 2>/dev/null) &&
                mine+="$(stat --format=%u "/proc/$ran" 2>/dev/null) "
              if [[ $(docker port -- "$2" 2>/dev/null)$'\\n' == *":$1"$'\\n'* ]]; then mine+='0 '; fi
              printf -v port ':%04X' "$1"
              { cat /proc/net/tcp /proc/net/tcp6 2>/dev/null || true; } | # there may be one of them
                awk -v port="$port" '$4 == "0A" && substr($2, length($2) - 4) == port { print $8 }' | sort -u |
                while read -r uid; do
                  [[ $mine == *" $uid "* ]] || id -un "$uid" 2>/dev/null || echo "$uid"
                done
            }
            """;

    private AnsweringPort() {}
}
