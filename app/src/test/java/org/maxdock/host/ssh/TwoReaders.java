package org.maxdock.host.ssh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.maxdock.text.Trouble;

/**
 * The reader, and OpenSSH's own client, which is the judge of what a configuration says, on one machine.
 *
 * @param client its tests are left out where there is none
 */
record TwoReaders(Path folder, SshMachine machine, ConfigSource client, ConfigSource reader) {

    /** @param folder the user's home there */
    static TwoReaders on(String machineName, Path folder) {
        SshMachine machine = new SshMachine(
                System.getProperty("user.name"),
                SshMachine.ownUid().orElse(""),
                machineName,
                folder,
                Map.of("SSH_AUTH_SOCK", "/run/agent", "MXD_VALUE", "value", "LANG", "de_DE", "LC_ALL", "C"));
        Optional<Path> program = OpenSshClient.find(System.getenv("PATH"));
        Assumptions.assumeTrue(program.isPresent(), "needs OpenSSH's client");
        return new TwoReaders(
                folder,
                machine,
                new OpenSshClient(program.get(), machine),
                new ConfigReader(machine, folder.resolve("system_config")));
    }

    /** What one of them takes from the text of a configuration. */
    SshConfig config(ConfigSource source, String target, String text, String... options) throws Exception {
        Path file = folder.resolve("config");
        Files.writeString(file, text);
        return config(
                source, target, SshSettings.ofHome(folder).withConfig(file).withOptions(List.of(options)));
    }

    SshConfig config(ConfigSource source, String target, SshSettings settings) throws Trouble {
        SshTarget parsed = SshTarget.parse(target);
        return ConfigInterpreter.interpret(source.of(parsed, settings), parsed, machine, settings);
    }

    /** All but what differs by itself: the algorithms that the program has. */
    static String withoutAlgorithms(SshConfig c) {
        return c.toString().replaceFirst("algorithms=Algorithms\\[.*?], connectTimeout", "connectTimeout");
    }
}
