package org.maxdock.registry;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Accounts at registries, kept where docker keeps them on the host, by docker's own commands, so that both agree. */
public final class RegistryAccounts {

    private final Host host;

    public RegistryAccounts(Host host) {
        this.host = host;
    }

    /** The registries that one is logged in to, each with the user. */
    public Map<String, String> list() throws Trouble {
        return DockerConfig.of(host).users();
    }

    /** Whether DOCKER_AUTH_CONFIG is set there, and docker passes over it: it is older than 28.3, or cannot read it. */
    public boolean passOverVariable() throws Trouble {
        return DockerConfig.of(host).passesOverVariable();
    }

    /**
     * Logs in; the registry is asked whether the password is right.
     *
     * @param registry such as registry.example.org:5000; empty for Docker Hub
     * @param password goes by standard input, and nowhere else
     */
    public void login(String registry, String user, String password) throws Trouble {
        Output output = host.run(
                Command.script("docker login --username \"$2\" --password-stdin ${1:+\"$1\"}", name(registry), user)
                        .withInput(password.getBytes(StandardCharsets.UTF_8)));
        if (!output.ok()) {
            throw new Trouble(
                    TroubleKind.LOGIN_FAILED, registry.isEmpty() ? "Docker Hub" : registry, output.lastError());
        }
    }

    public void logout(String registry) throws Trouble {
        Output output = host.run(Command.script("docker logout ${1:+\"$1\"}", name(registry)));
        if (!output.ok()) {
            throw new Trouble(TroubleKind.LOGIN_FAILED, registry, output.lastError());
        }
    }

    /** Docker's own word for Docker Hub is its address; a name is never an option. */
    private static String name(String registry) throws Trouble {
        if (!registry.isEmpty()
                && !registry.matches("(https?://)?[A-Za-z0-9][A-Za-z0-9.-]*(:\\d{1,5})?(/[A-Za-z0-9._/-]*)?")) {
            throw new Trouble(TroubleKind.BAD_ARGUMENT, "REGISTRY", registry);
        }
        return registry;
    }
}
