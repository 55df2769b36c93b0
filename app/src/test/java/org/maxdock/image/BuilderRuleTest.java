package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.BuildSecret;
import org.maxdock.engine.BuilderChoice;
import org.maxdock.engine.HostClient;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Which builder is taken: by what is chosen, what the Dockerfile needs, and what the server has. */
class BuilderRuleTest {

    private static final String PLAIN = "FROM a:1\nRUN true\n";
    private static final String MODERN = "FROM a:1\nRUN --mount=type=cache,target=/c true\n";

    private static HostClient client(String which) {
        return switch (which) {
            case "old" -> new HostClient("20.10.24", true, false, false, Optional.empty());
            case "new" -> new HostClient("28.5.2", true, true, true, Optional.empty());
            default ->
                new HostClient("26.1", false, false, false, Optional.of(Message.of("buildkit.no-plugin", "26.1")));
        };
    }

    @Test
    void theClassicOneHasNoSecrets() {
        BuildOptions options = BuildOptions.NONE.with(BuilderChoice.CLASSIC, List.of(BuildSecret.of("id=s,src=f")));
        Trouble trouble =
                catchThrowableOfType(Trouble.class, () -> BuilderRule.buildKit(options, PLAIN, client("old")));
        assertThat(trouble.kind()).isEqualTo(TroubleKind.BAD_ARGUMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "auto, plain, no, old, classic",
        "auto, plain, no, new, buildkit",
        "auto, plain, no, none, classic",
        "auto, modern, no, old, buildkit",
        "auto, modern, no, none, refused",
        "classic, plain, no, new, classic",
        "classic, modern, no, new, classic",
        "buildkit, plain, no, old, buildkit",
        "buildkit, plain, no, none, refused",
        "auto, plain, yes, old, buildkit",
        "auto, plain, yes, none, refused",
    })
    void isTaken(String choice, String dockerfile, String secret, String server, String expected) throws Trouble {
        List<BuildSecret> secrets = secret.equals("yes")
                ? List.of(new BuildSecret("s", Optional.of(Path.of("f")), Optional.empty()))
                : List.of();
        BuildOptions options = BuildOptions.NONE.with(BuilderChoice.of(choice).orElseThrow(), secrets);
        String text = dockerfile.equals("plain") ? PLAIN : MODERN;
        if (expected.equals("refused")) {
            Trouble trouble =
                    catchThrowableOfType(Trouble.class, () -> BuilderRule.buildKit(options, text, client(server)));
            assertThat(trouble.kind()).isEqualTo(TroubleKind.BUILDKIT_MISSING);
            assertThat(trouble.details()).extracting(Message::key).containsExactly("buildkit.no-plugin");
        } else {
            assertThat(BuilderRule.buildKit(options, text, client(server))).isEqualTo(expected.equals("buildkit"));
        }
    }
}
