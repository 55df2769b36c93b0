package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.image.MendWay;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.Source;

/** By which ways a recorded image can be brought back. */
class MenderTest {

    private static final String ID = "sha256:" + "2".repeat(64);

    /** Where that Dockerfile lay somebody else could put another one. */
    @ParameterizedTest
    @CsvSource({"Dockerfile, '', true", "sub/other, '', true", "-, '', false", "Dockerfile, VERSION, false"})
    void itIsBuiltOnceMoreWhereAllThatItTakesIsThere(String dockerfile, String argument, boolean rebuilt)
            throws Exception {
        Identity identity = new Identity(
                List.of(), ID, ID, "", List.of("sha256:" + "3".repeat(64)), RunConfiguration.NONE, "linux/amd64");
        List<String> arguments = argument.isEmpty() ? List.of() : List.of(argument);
        ImageRecord record = ImageRecord.of(ImageReference.parse("x:1"), identity, Instant.EPOCH, "host", "user")
                .withSource(Optional.of(new Source(dockerfile, "4".repeat(64), "", arguments, List.of(), "", "")));
        assertThat(Mender.ways(record, new Location.Server("max-wgs")).contains(MendWay.REBUILD))
                .isEqualTo(rebuilt);
    }
}
