package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RsaSignaturesTest {

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "ssh-ed25519 rsa-sha2-512 rsa-sha2-256, ssh-ed25519 rsa-sha2-256 rsa-sha2-512, ssh-ed25519 rsa-sha2-512",
        "rsa-sha2-512 rsa-sha2-256, rsa-sha2-256, rsa-sha2-256",
        "rsa-sha2-512 ssh-rsa, ssh-rsa, ssh-rsa",
        "rsa-sha2-512 rsa-sha2-256, '', rsa-sha2-512",
        "rsa-sha2-256 rsa-sha2-512, '', rsa-sha2-256",
        "rsa-sha2-512 rsa-sha2-256 ssh-rsa, '', ssh-rsa",
        "ssh-rsa ssh-ed25519 rsa-sha2-512, '', ssh-rsa ssh-ed25519",
        "ssh-rsa-cert-v01@openssh.com rsa-sha2-512-cert-v01@openssh.com rsa-sha2-256 rsa-sha2-512, '', "
                + "ssh-rsa-cert-v01@openssh.com rsa-sha2-256",
        "rsa-sha2-512-cert-v01@openssh.com rsa-sha2-256-cert-v01@openssh.com ssh-rsa, '', "
                + "rsa-sha2-512-cert-v01@openssh.com ssh-rsa",
        "rsa-sha2-512 ssh-rsa, rsa-sha2-512 ssh-rsa, rsa-sha2-512",
        "rsa-sha2-512, ssh-ed25519, rsa-sha2-512",
        "ssh-ed25519 ecdsa-sha2-nistp256, rsa-sha2-512, ssh-ed25519 ecdsa-sha2-nistp256",
        "rsa-sha2-512-cert-v01@openssh.com rsa-sha2-256-cert-v01@openssh.com rsa-sha2-256 rsa-sha2-512, rsa-sha2-256, "
                + "rsa-sha2-256-cert-v01@openssh.com rsa-sha2-256",
    })
    void oneIsLeftForEachKindOfKey(String accepted, String server, String left) {
        assertThat(RsaSignatures.oneForEachKey(words(accepted), words(server))).isEqualTo(words(left));
    }
}
