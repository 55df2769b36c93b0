package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

class SshTargetTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "max-wgs,-,max-wgs,0",
                "user@max-wgs,user,max-wgs,0",
                "user@max-wgs:2222,user,max-wgs,2222",
                "user@desy.de@max-wgs,user@desy.de,max-wgs,0",
                "DESY\\user@max-wgs,DESY\\user,max-wgs,0",
                "::1,-,::1,0",
                "u@fe80::1%eth0,u,fe80::1%eth0,0",
                "[::1]:22,-,::1,22",
                "u@[2001:db8::7],u,2001:db8::7,0",
                "ssh://u@h:33/,u,h,33",
                "SSH://h,-,h,0",
                "ssh://[::1]:33,-,::1,33",
                "' h ',-,h,0"
            })
    void isReadAsSshReadsIt(String text, String user, String host, int port) throws Exception {
        assertThat(SshTarget.parse(text)).isEqualTo(new SshTarget(user, host, port));
        assertThat(SshTarget.parse(SshTarget.parse(text).toString())).isEqualTo(SshTarget.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@h",
                "u@",
                "a b",
                "u@h:99999",
                "u@h:0",
                "u@h:x",
                "-oProxyCommand=x",
                "u@-h",
                "-u@h",
                "u@h;id",
                "u@$(id)",
                "`id`@h",
                "u|x@h",
                "u\\@h",
                "h\u001b[m",
                "[h",
                "h]:1",
                "ssh://"
            })
    void whatIsNoneOrASnareIsRefused(String text) {
        assertThat(catchThrowableOfType(Trouble.class, () -> SshTarget.parse(text))
                        .kind())
                .isEqualTo(TroubleKind.BAD_TARGET);
    }
}
