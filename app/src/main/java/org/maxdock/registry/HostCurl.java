package org.maxdock.registry;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
            most=$1 certificates=$2 shown=$3
            shift 3
            command -v curl >/dev/null || exit 127
            exec 3<&0
            system=()
            for each; do
              if [ -f "$each" ] && [ -r "$each" ]; then system=("$each"); break; fi
            done
            set --
            own=()
            for each in "$certificates"/*.crt; do
              if [ -f "$each" ] && [ -r "$each" ]; then own+=("$each"); fi
            done
            if [ ${#own[@]} -gt 0 ]; then # --cacert stands in the place of the system's: so all go into one
              all=$(mktemp) && exec 4<>"$all" && rm -f -- "$all" || exit
              for each in "${system[@]}" "${own[@]}"; do cat -- "$each" && echo || exit; done >&4
              set -- --cacert /dev/fd/4
            fi
            for each in "$certificates"/*.cert; do
              key=${each%.cert}.key
              if [ "$shown" = shown ] && [ -r "$each" ] && [ -r "$key" ]; then
                each=${each//\\\\/\\\\\\\\} # what follows a colon would be its password
                set -- "$@" --cert "${each//:/\\\\:}" --key "$key"
                break
              fi
            done
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
    private final CertificatePlaces places;

    /**
     * @param registry whose authorities are trusted beside the system's, by whomever is asked for its sake, as docker
     *     does; its client certificate is shown to its own host alone
     */
    HostCurl(Host host, String registry, CertificatePlaces places) {
        this.host = host;
        this.registry = registry;
        this.places = places;
    }

    /**
     * Asks an address.
     *
     * @param options lines of a curl configuration, quoted
     * @return what curl left, whatever its status
     */
    Output ask(String url, String options, Duration longest) throws Trouble {
        String config = "max-time = " + Math.max(1, longest.toSeconds()) + "\nurl = " + quoted(url) + "\n" + options;
        List<String> arguments =
                new ArrayList<>(List.of(String.valueOf(MOST), places.of(registry), isOwn(url) ? "shown" : ""));
        arguments.addAll(places.system());
        try (Running running = host.start(Command.script(CURL, arguments.toArray(String[]::new)))) {
            running.input().write((config + "\0").getBytes(StandardCharsets.UTF_8));
            running.input().flush();
            return CancellableOutput.collect(running);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.REGISTRY_FAILED, registry, String.valueOf(e.getMessage()));
        }
    }

    private boolean isOwn(String url) {
        return withoutPort(registry)
                .equalsIgnoreCase(withoutPort(URI.create(url).getRawAuthority()));
    }

    private static String withoutPort(String authority) {
        return authority.replaceFirst(":[0-9]*$", "");
    }

    /** What curl says of its failure; further lines are advice (curl(1), --show-error). */
    static String reason(Output failed) {
        return failed.errors()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("curl: ("))
                .findFirst()
                .orElseGet(failed::lastError);
    }

    /** As curl reads it from a file: in quotes. */
    static String quoted(String text) {
        return "\"" + text.replaceAll("[\\r\\n\\x00]", "").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
