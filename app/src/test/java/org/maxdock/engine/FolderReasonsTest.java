package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.maxdock.text.Message;
import org.maxdock.text.Reason;
import org.maxdock.text.Texts;

/** Why a host keeps no copy of a folder. */
class FolderReasonsTest {

    private static final Pattern SAID = Pattern.compile("echo (['\"])(.+?)\\1 >\"\\$work/why\"");

    private final Texts german = new Texts(Locale.GERMAN);

    @Test
    void whatTheScriptSaysIsToldInTheUsersLanguage() {
        Matcher said = SAID.matcher(FolderCopies.FUNCTIONS);
        int count = 0;
        for (; said.find(); count++) {
            assertThat(FolderTalk.reason(said.group(2)).key()).as(said.group(2)).isNotEmpty();
            assertThat(german.get(Message.of("build.log.whole", FolderTalk.reason(said.group(2)))))
                    .startsWith("alles wird gesendet: ")
                    .doesNotContain(said.group(2), "reason.");
        }
        assertThat(count).isEqualTo(FolderTalk.SAID.size());
    }

    @Test
    void soIsWhatTheSystemSays() {
        Reason denied = FolderTalk.reason("mkdir: cannot create directory ‘/home/u/.cache’: Permission denied");
        assertThat(german.get(Message.of("build.log.whole", denied))).endsWith(": keine Berechtigung");
    }
}
