package org.maxdock.launch;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.maxdock.fuzz.Fuzzed;
import org.maxdock.slurm.Records;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** The readers of this room that get what others wrote. */
public final class LaunchParsers {

    private LaunchParsers() {}

    public static List<Fuzzed> all() {
        Untrusted request = Untrusted.of(Untrusted.LARGE, TroubleKind.UNEXPECTED, "requests");
        return List.of(
                Fuzzed.bytes(
                        "what a kept terminal shows",
                        bytes -> request.bytes(bytes, b -> {
                            try (WithoutFarewell shown = new WithoutFarewell(new ByteArrayInputStream(b))) {
                                return shown.readAllBytes();
                            }
                        }),
                        "a line\r\n" + WithoutFarewell.FAREWELL,
                        "maxdock: waiting\n"),
                Fuzzed.text(
                        "what is left on a host",
                        text -> LeftoverLines.read(
                                text, Records.of(List.of("7")), new JobFiles(List.of("/tmp/$USER/$JOB"), List.of())),
                        "container max-wn001 " + "a".repeat(64) + " name 7 no my launch\nothers - " + "b".repeat(64)
                                + "\nfolder - /tmp/maxdock-7-x\nkept max-wn002 /tmp/me/8\n"),
                Fuzzed.bytes(
                        "requests to a tunnel",
                        bytes -> request.bytes(bytes, b -> {
                            try (AdmittedRequests all = new AdmittedRequests(
                                    new ByteArrayInputStream(b), head -> head.with("host", "localhost:1"))) {
                                return all.readAllBytes();
                            }
                        }),
                        "GET /a?b HTTP/1.1\r\nHost: x.localhost:7\r\nOrigin: http://x\r\n\r\n",
                        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + "3;a=b\r\nabc\r\n0\r\nT: u\r\n\r\n"
                                + "PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok",
                        "GET /s HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
                                + "Connection: Upgrade\r\n\r\n\u0081\u0005hello"));
    }
}
