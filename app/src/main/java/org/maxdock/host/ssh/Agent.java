package org.maxdock.host.ssh;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.SSHAgentConnector;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.maxdock.text.Message;

/** The keys of an ssh-agent. One that is gone, or does not answer, has none, which is noted. */
record Agent(Path socket, LoginRecord record) {

    private static final int LONGEST_SECONDS = 5;

    List<AgentKey> keys() {
        CompletableFuture<List<Identity>> found = new CompletableFuture<>();
        Thread asking = Thread.ofVirtual().name("ssh-agent").start(() -> {
            try {
                SSHAgentConnector connector = new SSHAgentConnector(socket);
                if (connector.isAvailable()) {
                    found.complete(new AgentIdentityRepository(connector).getIdentities());
                } else {
                    found.completeExceptionally(new AgentProxyException("gone"));
                }
            } catch (AgentProxyException | RuntimeException e) {
                found.completeExceptionally(e);
            }
        });
        try {
            List<Identity> keys = found.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (keys.isEmpty()) {
                record.passedOver(Message.of("ssh.agent.empty", socket));
            }
            return keys.stream().map(k -> new AgentKey(k, record)).toList();
        } catch (ExecutionException e) {
            record.passedOver(Message.of("ssh.agent.gone", socket));
        } catch (TimeoutException e) {
            record.passedOver(Message.of("ssh.agent.silent", socket));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            asking.interrupt();
        }
        return List.of();
    }
}
