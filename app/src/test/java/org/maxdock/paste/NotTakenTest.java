package org.maxdock.paste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.paste.NotTaken.Why;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;

/** Why something of a mapping is not taken over. */
class NotTakenTest {

    private static final Map<String, String> HOME = Map.of("HOME", "/home/me");

    @ParameterizedTest
    @EnumSource
    void eachReasonHasItsSentenceInBothLanguages(Why why) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            assertThat(new Texts(locale).get(new NotTaken("x", why).reason()))
                    .isNotBlank()
                    .doesNotContain("paste.why");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-v data:/x | VOLUME",
                "-v /x | NO_HOST",
                "-v :/x | NO_HOST",
                "-v /a:/b:ro:z | NO_PATH",
                "-v data:/b:ro:z | FORM",
                "-v /a:/b:z | READ_ONLY_ALONE",
                "-v C:\\\\data:/x | WINDOWS",
                "-v 'C:\\data:/x' | WINDOWS",
                "-v D:/data:/x | WINDOWS",
                "-v %cd%:/x | WINDOWS",
                "-v %USERPROFILE%/x:/x | WINDOWS",
                "-v ${pwd}:/x | WINDOWS",
                "-v $env:HOME:/x | WINDOWS",
                "-v ./x:/x | FOLDER_UNKNOWN",
                "-v $(pwd):/x | FOLDER_UNKNOWN",
                "-v $PWD/a:/x | FOLDER_UNKNOWN",
                "-v `pwd`:/x | FOLDER_UNKNOWN",
                "-v $NOBODY/x:/x | NO_PATH",
                "-v <your folder>:/x | NO_PATH",
                "--mount type=tmpfs,dst=/x | NO_FOLDER",
                "--mount src=data,dst=/x | VOLUME",
                "--mount type=bind,src=/a | FORM",
                "--mount type=bind,dst=/x | NO_HOST",
                "--mount type=bind,src=C:/a,dst=/x | WINDOWS",
                "--mount type=bind,src=/a,dst=/x,bind-propagation=slave | READ_ONLY_ALONE",
                "--tmpfs /x | NO_FOLDER",
                "--volumes-from x | OTHER_CONTAINER",
            })
    void aMappingIsLeftForItsOwnReason(String option, Why why) throws Trouble {
        assertThat(PastedPlan.of("docker run -v /ok:/ok " + option + " img", HOME)
                        .notTaken())
                .last()
                .extracting(NotTaken::why)
                .isEqualTo(why);
    }
}
