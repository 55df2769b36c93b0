package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;

/**
 * A ticket of a Kerberos realm of this test's own (MIT's, Debian's krb5-kdc) lets in. Where the tickets are is a matter
 * of the environment, so that each try is a program of its own.
 */
@Timeout(120)
class KerberosTest {

    /** Logs in and prints as whom, or why not. */
    public static final class Try {
        private Try() {}

        public static void main(String[] words) throws IOException {
            SshSettings settings = SshSettings.ofHome(Path.of(words[0])).withConfig(Path.of(words[1]));
            try (Host host = new SshConnector(settings, SshPrompts.none())
                    .connect(SshTarget.parse(words[2]), new Cancellation())) {
                System.out.println("in as "
                        + host.run(Command.script("id -un; env | grep -c KRB5CCNAME"))
                                .text()
                                .replace("\n", " "));
            } catch (Trouble e) {
                System.out.println(new Texts(java.util.Locale.ENGLISH).explain(e));
            }
        }
    }

    @TempDir
    Path folder;

    private final Map<String, String> environment = new TreeMap<>();
    private Process kdc;
    private Sshd sshd;

    @BeforeEach
    void start() throws Exception {
        Path tools = Path.of(System.getProperty("maxdock.kerberos", "/"));
        List<String> folders = List.of(tools + "/usr/sbin", tools + "/usr/bin");
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of(folders.getFirst(), "krb5kdc"))
                        && Files.isExecutable(Path.of(folders.getFirst(), "kadmin.local"))
                        && Files.isExecutable(Path.of(folders.getLast(), "kinit")),
                "needs Debian's krb5-kdc, krb5-admin-server and krb5-user");
        int port = Sshd.freePort();
        Path config = folder.resolve("krb5.conf");
        Files.writeString(config, """
                [libdefaults]
                  default_realm = MAXDOCK.TEST
                  dns_lookup_kdc = false
                  dns_lookup_realm = false
                  forwardable = true
                [realms]
                  MAXDOCK.TEST = {
                    kdc = 127.0.0.1:%d
                  }
                [domain_realm]
                  localhost = MAXDOCK.TEST
                """.formatted(port));
        Path kdcConfig = folder.resolve("kdc.conf");
        Files.writeString(kdcConfig, """
                [kdcdefaults]
                  kdc_listen = 127.0.0.1:%d
                  kdc_tcp_listen = 127.0.0.1:%d
                [realms]
                  MAXDOCK.TEST = {
                    database_name = %s/principal
                    key_stash_file = %s/stash
                    acl_file = %s/acl
                  }
                [dbmodules]
                  db_module_dir = %s/usr/lib/x86_64-linux-gnu/krb5/plugins/kdb
                """.formatted(port, port, folder, folder, folder, tools));
        environment.putAll(Map.of(
                "PATH", String.join(":", folders) + ":" + System.getenv("PATH"),
                "LD_LIBRARY_PATH", tools + "/usr/lib/x86_64-linux-gnu",
                "KRB5_CONFIG", config.toString(),
                "KRB5_KDC_PROFILE", kdcConfig.toString(),
                "KRB5_KTNAME", folder.resolve("keytab").toString()));
        run("kdb5_util", "create", "-s", "-r", "MAXDOCK.TEST", "-P", "master");
        run("kadmin.local", "-q", "addprinc -pw ticket tester");
        run("kadmin.local", "-q", "addprinc -randkey host/localhost");
        run("kadmin.local", "-q", "ktadd -k " + folder.resolve("keytab") + " host/localhost");
        kdc = process(List.of("krb5kdc", "-n")).start();
        sshd = Sshd.start(
                folder,
                environment,
                Sshd.freePort(),
                "GSSAPIAuthentication yes",
                "GSSAPIStrictAcceptorCheck no",
                "PubkeyAuthentication no");
        Files.writeString(folder.resolve("known"), sshd.known("ed25519") + "\n");
    }

    @AfterEach
    void end() throws Exception {
        if (sshd != null) {
            sshd.close();
        }
        if (kdc != null) {
            kdc.destroy();
            kdc.waitFor();
        }
    }

    private ProcessBuilder process(List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        String path = environment.get("PATH");
        Stream.of(path.split(":"))
                .map(f -> Path.of(f, words.getFirst()))
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(program -> {
                    List<String> whole = new ArrayList<>(words);
                    whole.set(0, program.toString());
                    builder.command(whole);
                });
        return builder;
    }

    private String run(String... words) throws Exception {
        Process process = process(List.of(words)).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", words) + ": " + said).isZero();
        return said;
    }

    private void ticket() throws Exception {
        Process process = process(List.of("kinit", "tester")).start();
        process.outputWriter().append("ticket\n").close();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private String attempt(String... lines) throws Exception {
        Path config = folder.resolve("config");
        Files.writeString(
                config,
                String.join("\n", lines) + "\nGSSAPIAuthentication yes\nIdentityAgent none\nIdentityFile none\n"
                        + "GlobalKnownHostsFile none\nUserKnownHostsFile " + folder.resolve("known") + "\n");
        return run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Try.class.getName(),
                folder.toString(),
                config.toString(),
                "tester@127.0.0.1:" + sshd.port());
    }

    @Test
    void aTicketLetsInWhereverItsCacheIs() throws Exception {
        environment.put("KRB5CCNAME", "FILE:" + folder.resolve("cache"));
        assertThat(attempt()).contains("does not let tester@127.0.0.1 in", "Tried: gssapi-with-mic", "Kerberos: ");
        ticket();
        assertThat(attempt()).as("the ticket is not handed over").isEqualTo("in as tester 0 \n");
        assertThat(attempt("GSSAPIDelegateCredentials yes")).isEqualTo("in as tester 1 \n");
        Files.createDirectory(folder.resolve("caches"));
        environment.put("KRB5CCNAME", "DIR:" + folder.resolve("caches"));
        ticket();
        assertThat(attempt()).isEqualTo("in as tester 0 \n");
    }
}
