package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts that a configuration names are offered, patterns are not, whatever else stands in it. */
class ConfiguredHostsTest {

    @TempDir
    Path home;

    private Path ssh;

    @BeforeEach
    void begin() throws Exception {
        ssh = Files.createDirectories(home.resolve(".ssh"));
    }

    private String offered() throws Exception {
        return String.join(" ", ConfiguredHosts.of(SshSettings.ofHome(home)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Host max-wgs|max-wgs",
                "host=max-wgs|max-wgs",
                "  HOST  a b  a|a b",
                "Host \"a\" 'b'|a b",
                "Host *|''",
                "Host *.desy.de !bad max-?? a|a",
                "Host a # a comment|a",
                "# Host a|''",
                "Match host a|''",
                "HostName a|''",
                "Host -oProxyCommand=x a|a",
                "Host a;reboot $(id) b|b",
                "Host 10.0.0.1 fe80::1|10.0.0.1 fe80::1",
            })
    void ofOneLine(String line, String names) throws Exception {
        Files.writeString(ssh.resolve("config"), line + "\n");
        assertThat(offered()).isEqualTo(names);
    }

    @Test
    void aLineWithAFaultHidesNoOther() throws Exception {
        Files.writeString(ssh.resolve("config"), "Host a\nHost \"unclosed\nUser\nHost b\n");
        assertThat(offered()).isEqualTo("a b");
    }

    @Test
    void withoutAConfigurationThereIsNone() throws Exception {
        assertThat(offered()).isEmpty();
    }

    @Test
    void includedFilesAreReadInTheirPlace() throws Exception {
        Files.createDirectories(ssh.resolve("config.d"));
        Files.writeString(ssh.resolve("config.d/2"), "Host c\n");
        Files.writeString(ssh.resolve("config.d/1"), "Host b\nInclude ~/.ssh/more\n");
        Files.writeString(ssh.resolve("more"), "Host m\n");
        Files.writeString(ssh.resolve("config"), "Host a\nInclude config.d/* missing\nHost z\n");
        assertThat(offered()).isEqualTo("a b m c z");
    }

    @Test
    void howeverMuchThereIsItEnds() throws Exception {
        Files.writeString(ssh.resolve("round"), "Host r\nInclude config\nInclude round round\n");
        Files.writeString(
                ssh.resolve("config"),
                "Include round\nHost "
                        + IntStream.range(0, 5000).mapToObj(i -> "h" + i).collect(Collectors.joining(" ")));
        assertThat(ConfiguredHosts.of(SshSettings.ofHome(home))).hasSize(200).contains("r");
    }

    @Test
    void anotherConfigurationIsReadInItsPlace() throws Exception {
        Files.writeString(ssh.resolve("config"), "Host a\n");
        Path other = Files.writeString(home.resolve("other"), "Host o\n");
        assertThat(ConfiguredHosts.of(SshSettings.ofHome(home).withConfig(other)))
                .containsExactly("o");
    }
}
