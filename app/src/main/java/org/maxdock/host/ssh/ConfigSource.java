package org.maxdock.host.ssh;

import org.maxdock.text.Trouble;

/** Who tells what the configuration says about a destination. */
interface ConfigSource {

    /**
     * @param settings whose options come first
     * @throws Trouble where the configuration has a fault, or says what cannot be followed
     */
    ConfigValues of(SshTarget target, SshSettings settings) throws Trouble;

    /** OpenSSH's own client, where there is one; else a reader of the files. */
    static ConfigSource of(SshMachine machine) {
        return OpenSshClient.find(machine.variables().getOrDefault("PATH", ""))
                .<ConfigSource>map(program -> new OpenSshClient(program, machine))
                .orElseGet(() -> new ConfigReader(machine, java.nio.file.Path.of("/etc/ssh/ssh_config")));
    }
}
