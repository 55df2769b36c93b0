package org.maxdock.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.registry.FoundRepository;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** Registries, as docker on the connected server reaches them: accounts, repositories, tags. */
public final class RegistryOperations {

    private final Connection connection;

    public RegistryOperations(Connection connection) {
        this.connection = connection;
    }

    /** The registries that docker is logged in to, and as whom. */
    public Map<String, String> accounts() throws Trouble {
        return connection.server().registryAccounts().list();
    }

    /** What is to be said of them: that accounts in DOCKER_AUTH_CONFIG do not count; empty for nothing. */
    public Optional<Message> accountsNote() throws Trouble {
        return connection.server().registryAccounts().passOverVariable()
                ? Optional.of(Message.of("registry.variable"))
                : Optional.empty();
    }

    public void login(String registry, String user, String password) throws Trouble {
        connection.server().registryAccounts().login(registry, user, password);
    }

    public void logout(String registry) throws Trouble {
        connection.server().registryAccounts().logout(registry);
    }

    /** @param registry empty for Docker Hub */
    public List<FoundRepository> search(String registry, String word) throws Trouble {
        return connection.server().engine().catalog().search(registry, word);
    }

    /** The tags of a repository; later versions first. */
    public List<String> tags(String repository) throws Trouble {
        return connection.server().engine().catalog().tags(repository);
    }
}
