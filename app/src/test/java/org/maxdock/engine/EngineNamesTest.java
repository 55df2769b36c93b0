package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Nothing is asked of an engine about another thing than the one that was named. */
class EngineNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "we\\b", "$1", "$(x)", "a b", "a/../b", "../x", "a//b", "a?x=1", "a%2fb", "-x", "a\nb"})
    void whatIsNoNameIsAskedForOfNobody(String name) {
        assertThat(catchThrowableOfType(Trouble.class, () -> EngineNames.image(name))
                        .kind())
                .isEqualTo(TroubleKind.NO_SUCH_IMAGE);
        assertThat(catchThrowableOfType(Trouble.class, () -> EngineNames.container(name))
                        .kind())
                .isEqualTo(TroubleKind.NO_SUCH_CONTAINER);
    }

    @Test
    void namesStayWhatTheyAre() throws Exception {
        for (String name : new String[] {"reg:5000/a/b:1.2_x", "sha256:0a1b", "a@sha256:0a1b"}) {
            assertThat(EngineNames.image(name)).isEqualTo(name);
        }
        assertThat(EngineNames.container("my_web.1-a")).isEqualTo("my_web.1-a");
    }
}
