package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Secrets as docker's option has them. */
class BuildSecretTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"id=a,src=/x/y", "id=a.b-c_1,src=rel", "id=a,env=TOKEN"})
    void isReadAndWritten(String text) {
        assertThat(BuildSecret.of(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"type=file,source=f,id=a", "src=f,id=a,type=file", "id=a,source=f"})
    void takesTheFieldsInAnyOrder(String text) {
        assertThat(BuildSecret.of(text)).isEqualTo(BuildSecret.of("id=a,src=f"));
    }

    /** The variable of that name, or else the file; the type may say which. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id=PATH | id=PATH,env=PATH",
                "id=a | id=a,src=a",
                "type=file,id=PATH | id=PATH,src=PATH",
                "type=env,id=a | id=a,env=a",
                "type=env,id=a,src=E | id=a,env=E",
            })
    void withoutASourceItIsCalledAsTheSecretIs(String text, String same) {
        assertThat(BuildSecret.of(text)).isEqualTo(BuildSecret.of(same));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "id=,src=f",
                "id=a b,src=f",
                "id=a,src=",
                "id=a,src=f,env=E",
                "id=a,src=f,x=y",
                "id=a,env=E,type=file",
                "id=a\nb,src=f"
            })
    void isRefused(String text) {
        assertThatThrownBy(() -> BuildSecret.of(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void itsValueIsReadWhenItIsWantedAndStandsInNoText() throws Exception {
        Path file = Files.writeString(folder.resolve("s"), "geheim\n\n");
        BuildSecret secret = new BuildSecret("a", Optional.of(file), Optional.empty());
        assertThat(secret.value()).asString().isEqualTo("geheim\n\n");
        assertThat(secret.toString()).doesNotContain("geheim");
        Files.write(file, new byte[] {'a', 0, 'b'});
        assertThat(catchThrowableOfType(Trouble.class, secret::value).kind()).isEqualTo(TroubleKind.SECRET_WITH_NUL);
        Files.write(file, new byte[100_001]);
        assertThat(catchThrowableOfType(Trouble.class, secret::value).kind()).isEqualTo(TroubleKind.VALUE_TOO_LONG);
        Files.delete(file);
        assertThat(catchThrowableOfType(Trouble.class, secret::value).kind()).isEqualTo(TroubleKind.FILE_UNREADABLE);
        BuildSecret unset = BuildSecret.of("id=a,env=NO_SUCH_VARIABLE_HERE");
        assertThat(catchThrowableOfType(Trouble.class, unset::value).kind()).isEqualTo(TroubleKind.NO_SUCH_VARIABLE);
    }
}
