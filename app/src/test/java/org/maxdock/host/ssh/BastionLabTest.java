package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.lab.Lab;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** The workgroup server as it is reached from outside: only over the bastion, which alone knows its name. */
@Tag("lab")
@Timeout(60)
class BastionLabTest {

    private static Host connect(SshSettings settings, String to) throws Trouble {
        return new SshConnector(settings, SshPrompts.none()).connect(SshTarget.parse(to), new Cancellation());
    }

    private static Trouble refused(SshSettings settings, String to) {
        return catchThrowableOfType(Trouble.class, () -> connect(settings, to).close());
    }

    @Test
    void byAJumpByACommandAndByAMatch() throws Exception {
        for (String name : List.of("max-wgs-inside", "max-wgs-command", "wgs-inside")) {
            Lab.Said ssh = Lab.run(
                    List.of("ssh", "-F", Lab.sshConfig().toString(), "-o", "BatchMode=yes", name, "hostname; id -un"));
            assertThat(ssh.out()).as(name + ": " + ssh.err()).endsWith("max-wgs\nmxuser\n");
            try (Host host = connect(Lab.ssh(), name)) {
                LoginEnvironment found = LoginEnvironment.of(host);
                assertThat(found.hostName()).isEqualTo("max-wgs");
                assertThat(found.user()).isEqualTo("mxuser");
            }
        }
    }

    @Test
    void theNameIsNoneOutside() {
        SshSettings direct = Lab.ssh().withOptions(List.of("ProxyJump=none"));
        assertThat(refused(direct, "max-wgs-inside").kind()).isEqualTo(TroubleKind.HOST_UNKNOWN);
        assertThat(refused(
                                direct.withOptions(List.of("ConnectTimeout=2")),
                                "mxuser@" + Lab.addresses("max-wgs").get(1))
                        .kind())
                .isIn(TroubleKind.HOST_UNREACHABLE, TroubleKind.NO_SSH_SERVER);
    }

    @Test
    void theBastionLeadsNowhereElse() {
        Trouble refused = refused(Lab.ssh().withJump("max-login"), "max-wn001");
        assertThat(refused.kind()).isEqualTo(TroubleKind.JUMP_REFUSED);
        assertThat(refused.arguments()).startsWith("mxuser@max-login");
    }

    @Test
    void theBastionHasItsOwnQuestion() throws Exception {
        Person person = Person.answering("maxwell");
        SshSettings settings = Lab.ssh().withOptions(List.of("ProxyJump=mxguest@max-login"));
        Host host = new SshConnector(settings, person).connect(SshTarget.parse("max-wgs-inside"), new Cancellation());
        host.close();
        assertThat(person.asked)
                .extracting(
                        q -> q.asker().name() + " > " + q.asker().onTheWayTo().orElse(""))
                .containsExactly("mxguest@max-login > max-wgs-inside");
    }
}
