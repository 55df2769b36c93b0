package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.engine.Engine;
import org.maxdock.engine.ImageDetails;
import org.maxdock.engine.ImageTransfers;
import org.maxdock.engine.Progress;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.host.Cancellation;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A base that the engine lacks for what is built is brought with the logins that are kept, for whatever platform. */
class BaseFetchTest {

    private static final String BASE = "r.org:5000/private/base:1";

    private final Engine engine = mock(Engine.class);
    private final ImageTransfers transfers = mock(ImageTransfers.class);

    private String fetch(String has, String platform, BaseFetch.Build build) throws Trouble {
        Optional<ImageDetails> there = has.isEmpty()
                ? Optional.empty()
                : Optional.of(new ImageDetails("id", "", "", List.of(), List.of(), has, RunConfiguration.NONE));
        when(engine.inspect(BASE)).thenReturn(there);
        when(engine.transfers()).thenReturn(transfers);
        return new BaseFetch(engine, List.of(BASE, "$NAME"), platform)
                .around(Progress.Listener.none(), new Cancellation(), build);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "'', linux/arm64, true",
        "linux/amd64, '', false",
        "linux/amd64, linux/arm64, true",
        "linux/amd64, linux/amd64, false",
        "linux/arm64/v8, linux/arm64, false",
        "linux/arm/v7, linux/arm64, true",
        "linux/arm/v7, linux/arm/v6, true",
    })
    void isBroughtForThePlatform(String has, String platform, boolean brought) throws Exception {
        assertThat(fetch(has, platform, () -> "built")).isEqualTo("built");
        if (brought) {
            verify(transfers).pull(any(), org.mockito.ArgumentMatchers.eq(platform), any(), any());
        } else {
            verify(transfers, never()).pull(anyString(), anyString(), any(), any());
        }
    }

    @Test
    void whyItWasNotBroughtIsToldWhereTheBuildFailsByIt() throws Exception {
        Trouble refused = new Trouble(TroubleKind.REGISTRY_PASSWORD, BASE);
        doThrow(refused).when(transfers).pull(anyString(), anyString(), any(), any());
        Trouble told = catchThrowableOfType(
                Trouble.class,
                () -> fetch("linux/amd64", "linux/arm64", () -> {
                    throw new Trouble(TroubleKind.ENGINE_REFUSED, "no private/base for you");
                }));
        assertThat(told).isSameAs(refused);
        assertThat(fetch("linux/amd64", "linux/arm64", () -> "built")).isEqualTo("built");
    }
}
