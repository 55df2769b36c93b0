package org.maxdock.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.text.Trouble;

/** Accounts at a registry with a password: docker and MaxDock agree, with a credential helper and without. */
@Tag("lab")
@Tag("once")
@Timeout(120)
class RegistryAccountsLabTest {

    private static final String REGISTRY = "max-registry:5001";

    /** By the protocol of credential helpers; it keeps one account in a file. */
    private static final String HELPER = """
            #!/bin/sh
            f=$HOME/.lab-credentials
            case $1 in
              store) cat > "$f" ;;
              get) cat "$f" 2>/dev/null || { echo "credentials not found in native keychain"; exit 1; } ;;
              erase) rm -f "$f" ;;
              list) if [ -e "$f" ]; then \
            sed 's/.*"ServerURL":"\\([^"]*\\)".*"Username":"\\([^"]*\\)".*/{"\\1":"\\2"}/' "$f"; else echo '{}'; fi ;;
            esac
            """;

    @BeforeEach
    @AfterEach
    void clear() {
        Lab.must(
                "mxuser@max-wgs",
                "docker logout " + REGISTRY
                        + " >/dev/null 2>&1; rm -rf ~/.docker/config.json ~/.lab-credentials ~/.lab-bin; "
                        + "sed -i '/lab-bin/d' ~/.bash_profile 2>/dev/null; true");
    }

    @Test
    void loggedInIsSeenByDockerAndLoggedOutToo() throws Exception {
        inAndOut();
    }

    @Test
    void aCredentialHelperIsAsked() throws Exception {
        Lab.must(
                "mxuser@max-wgs",
                "mkdir -p ~/.lab-bin ~/.docker; cat > ~/.lab-bin/docker-credential-lab <<'E'\n" + HELPER
                        + "E\nchmod 755 ~/.lab-bin/docker-credential-lab; "
                        + "echo 'PATH=$HOME/.lab-bin:$PATH' >> ~/.bash_profile; "
                        + "echo '{\"credsStore\":\"lab\"}' > ~/.docker/config.json");
        inAndOut();
    }

    private static void inAndOut() throws Exception {
        try (Server bench = Lab.connect()) {
            RegistryAccounts accounts = bench.registryAccounts();
            assertThat(accounts.list()).isEmpty();
            assertThat(keyOf(() -> bench.images().pull(Lab.PRIVATE_BASE, Progress.Listener.none(), new Cancellation())))
                    .isEqualTo("registry-password");
            assertThat(keyOf(() -> accounts.login(REGISTRY, "mxuser", "wrong"))).isEqualTo("login-failed");
            assertThat(keyOf(() -> accounts.login("--config=/tmp", "mxuser", "x")))
                    .isEqualTo("bad-argument");
            accounts.login(REGISTRY, "mxuser", "registry-secret");
            assertThat(accounts.list()).isEqualTo(Map.of(REGISTRY, "mxuser"));
            bench.images().pull(Lab.PRIVATE_BASE, Progress.Listener.none(), new Cancellation());
            assertThat(Lab.sh("mxuser@max-wgs", "PATH=$HOME/.lab-bin:$PATH docker pull -q " + Lab.PRIVATE_BASE)
                            .status())
                    .isZero();
            assertThat(bench.engine().catalog().search(REGISTRY, "base"))
                    .extracting(FoundRepository::name)
                    .contains(REGISTRY + "/maxwell/base");
            assertThat(bench.engine().catalog().tags(REGISTRY + "/maxwell/base"))
                    .contains("1");
            accounts.logout(REGISTRY);
            assertThat(accounts.list()).isEmpty();
            assertThat(keyOf(() -> bench.engine().catalog().tags(REGISTRY + "/maxwell/base")))
                    .isEqualTo("registry-password");
            assertThat(keyOf(() -> bench.images().pull(Lab.PRIVATE_BASE, Progress.Listener.none(), new Cancellation())))
                    .isEqualTo("registry-password");
        }
    }

    private static String keyOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Trouble.class, call).key();
    }
}
