package org.maxdock.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The host's curl, so that the host's way out, its proxies and the certificates that docker trusts there hold. It asks
 * web servers only, one address at a time, follows nothing, and ends when it is not listened to any more. What it asks
 * and shows goes by standard input alone, which stays open as its lifeline.
 */
final class HostCurl {

    /** What one answer may have; a thousand tags are some ten thousand bytes. */
    static final int MOST = 8 << 20;

    private static final String CURL = """
            IFS= read -r -d '' config || exit 2
            ca=/etc/docker/certs.d/$1/ca.crt most=$2
            [ -f "$ca" ] && set -- --cacert "$ca" || set --
            command -v curl >/dev/null || exit 127
            exec 3<&0
            set -m
            { curl --disable --silent --show-error --include --globoff --proto =http,https --max-redirs 0 \
            --config <(printf '%s' "$config") "$@" | head -c "$most"; exit "${PIPESTATUS[0]}"; } </dev/null 3<&- &
            child=$!
            set +m
            { read -r -u 3 _; kill -TERM -- -$child; } >/dev/null 2>&1 &
            watcher=$!
            wait $child; rc=$?
            kill -TERM $watcher 2>/dev/null
            exit $rc
            """;

    private final Host host;
    private final String registry;

    /** @param registry whose certificates are trusted (docs.docker.com/engine/security/certificates) */
    HostCurl(Host host, String registry) {
        this.host = host;
        this.registry = registry;
    }

    /**
     * Asks an address.
     *
     * @param options lines of a curl configuration, quoted
     * @return what curl left, whatever its status
     */
    Output ask(String url, String options, Duration longest) throws Trouble {
        String config = "max-time = " + Math.max(1, longest.toSeconds()) + "\nurl = " + quoted(url) + "\n" + options;
        try (Running running = host.start(Command.script(CURL, registry, String.valueOf(MOST)))) {
            running.input().write((config + "\0").getBytes(StandardCharsets.UTF_8));
            running.input().flush();
            return CancellableOutput.collect(running);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.REGISTRY_FAILED, registry, String.valueOf(e.getMessage()));
        }
    }

    /** As curl reads it from a file: in quotes. */
    static String quoted(String text) {
        return "\"" + text.replaceAll("[\\r\\n\\x00]", "").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
