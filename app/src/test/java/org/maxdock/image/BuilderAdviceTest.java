package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.engine.HostClient;
import org.maxdock.image.dockerfile.Advice;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;

/** What a server cannot build is told while it is written, with what keeps the server from it. | is a line's end. */
class BuilderAdviceTest {

    private static HostClient client(String which) {
        return switch (which) {
            case "20.10.24" -> new HostClient(which, true, false, false, Optional.empty());
            case "28.5.2" -> new HostClient(which, true, true, true, Optional.empty());
            case "26.1.5" -> none(which, "buildkit.no-plugin");
            case "18.06.1" -> none(which, "buildkit.too-old");
            default -> none("", "buildkit.no-command");
        };
    }

    private static HostClient none(String version, String why) {
        return new HostClient(version, false, false, false, Optional.of(Message.of(why, version)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {
                "FROM a:1|RUN --mount=type=cache,target=/c true; 20.10.24; none",
                "FROM a:1|RUN <<EOF|echo a|EOF; 20.10.24; 2 buildkit.old-language",
                "FROM a:1|COPY --link a /b; 20.10.24; 2 buildkit.old-language",
                "FROM a:1|RUN --mount=type=cache,target=/c true|COPY --link a /b; 20.10.24; 3 buildkit.old-language",
                "FROM a:1|ADD https://github.com/moby/x.git /src; 20.10.24; 2 buildkit.old-language",
                "# syntax=docker/dockerfile:1|FROM a:1|COPY --link a /b; 20.10.24; none",
                "# escape=`|#Syntax = docker/dockerfile:1|FROM a:1|COPY --link a /b; 20.10.24; none",
                "\uFEFF# syntax=docker/dockerfile:1|FROM a:1|COPY --link a /b; 20.10.24; none",
                "FROM a:1|# syntax=docker/dockerfile:1|COPY --link a /b; 20.10.24; 3 buildkit.old-language",
                "FROM a:1|COPY --link a /b; 28.5.2; none",
                "FROM a:1|COPY --link a /b; 26.1.5; 2 buildkit.no-plugin",
                "# syntax=docker/dockerfile:1|FROM a:1|COPY --link a /b; 26.1.5; 3 buildkit.no-plugin",
                "FROM a:1|RUN --mount=type=cache,target=/c true; 18.06.1; 2 buildkit.too-old",
                "FROM a:1|RUN --mount=type=cache,target=/c true; none at all; 2 buildkit.no-command",
                "FROM a:1|RUN true; 20.10.24; none",
                "FROM a:1|RUN true; 26.1.5; none",
            })
    void isToldByTheRealReason(String dockerfile, String client, String expected) throws Exception {
        Optional<Advice> advice = BuilderAdvice.on(dockerfile.replace('|', '\n'), client(client));
        assertThat(advice.map(a -> a.line() + " " + a.text().key()))
                .isEqualTo(Optional.ofNullable(expected).map(e -> e.replace(" ", " advice.")));
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            Texts texts = new Texts(language);
            advice.ifPresent(a -> assertThat(texts.has(a.text().key())).isTrue());
        }
    }
}
