package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.testfx.util.WaitForAsyncUtils;

/** The accounts of the lab as those of its Kerberos realm: a ticket, and nothing else, lets in on each hop. */
@Tag("lab")
@Tag("once")
@Timeout(120)
class KerberosLabTest {

    private record Said(int status, String text) {}

    @TempDir
    Path folder;

    private Path config;

    @BeforeEach
    void ticketsOnly() throws Exception {
        Lab.onlyOnSite();
        config = folder.resolve("config");
        Files.writeString(config, """
                PreferredAuthentications gssapi-with-mic
                GSSAPIAuthentication yes
                Include "%s"
                """.formatted(Lab.sshConfig()));
    }

    private Said run(String input, List<String> words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment()
                .put("KRB5_CONFIG", Lab.sshConfig().resolveSibling("krb5.conf").toString());
        builder.environment().put("KRB5CCNAME", "FILE:" + folder.resolve("tickets"));
        Process process = builder.start();
        process.outputWriter().append(input).close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), said);
    }

    private Said maxdock(String to) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "org.maxdock.Main"));
        words.addAll(List.of("-F", config.toString(), "--on", to, "jobs"));
        return run("", words);
    }

    private Said ssh(String to) throws Exception {
        return run("", List.of("ssh", "-F", config.toString(), "-o", "BatchMode=yes", to, "id -un"));
    }

    private void ticket(String lifetime) throws Exception {
        Said said = run("maxwell\n", List.of("kinit", "-l", lifetime, "mxuser"));
        assertThat(said.status()).as(said.text()).isZero();
    }

    @Test
    void aTicketLetsInOnEachHopAndWithoutOneItIsSaidWhy() throws Exception {
        for (String to : List.of("max-wgs", "max-wgs-inside")) {
            assertThat(ssh(to).status()).as(to).isNotZero();
            Said none = maxdock(to);
            assertThat(none.status()).isNotZero();
            assertThat(none.text()).contains("Tried: gssapi-with-mic", "Kerberos: ", "No Kerberos credentials");
        }
        assertThat(maxdock("max-wgs-inside").text()).as("which hop").contains("mxuser@max-login");
        ticket("10m");
        for (String to : List.of("max-wgs", "max-wgs-inside")) {
            assertThat(ssh(to).text()).as(to).contains("\nmxuser\n");
            Said in = maxdock(to);
            assertThat(in.status()).as(to + ": " + in.text()).isZero();
        }
    }

    @Test
    void aTicketThatHasExpiredIsToldAsSuch() throws Exception {
        ticket("2s");
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> run("", List.of("klist", "-s")).status() != 0);
        Said late = maxdock("max-wgs");
        assertThat(late.status()).isNotZero();
        assertThat(late.text()).contains("most likely because it has expired", "kinit");
    }
}
