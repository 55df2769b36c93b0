package org.maxdock.operation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.host.local.LocalHost;
import org.maxdock.host.ssh.KeptConnections;
import org.maxdock.host.ssh.SshConnector;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.host.ssh.SshTarget;
import org.maxdock.store.Site;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Connects to targets: {@code local}, or an SSH destination. */
public final class Connections {

    /** For a login shell to come up: some read much from slow disks. */
    private static final int SHELL_SECONDS = 60;

    private final SshConnector ssh;
    private final Site site;
    private final Optional<KeptConnections> kept;

    public Connections(SshSettings settings, SshPrompts prompts, Site site) {
        this(new SshConnector(settings, prompts), site, Optional.empty());
    }

    private Connections(SshConnector ssh, Site site, Optional<KeptConnections> kept) {
        this.ssh = ssh;
        this.site = site;
        this.kept = kept;
    }

    /** The same, over a connection that is kept, where one is. */
    public Connections over(KeptConnections some) {
        return new Connections(ssh, site, Optional.of(some));
    }

    public Server open(String target) throws Trouble {
        return open(target, new Cancellation());
    }

    /** Opens a connection; the engine is not asked. */
    public Server open(String target, Cancellation cancellation) throws Trouble {
        return open(target, Optional.empty(), cancellation);
    }

    /**
     * Opens a connection; the engine is not asked.
     *
     * @param identity a private key to log in with, before those of the configuration
     * @param cancellation ends it within a second, wherever it stands
     */
    public Server open(String target, Optional<Path> identity, Cancellation cancellation) throws Trouble {
        return open(ssh, target, identity, cancellation);
    }

    /** The same, but that nobody is asked anything: what would need an answer fails. */
    Server openWithoutQuestions(String target, Optional<Path> identity, Cancellation cancellation) throws Trouble {
        return open(ssh.withoutQuestions(), target, identity, cancellation);
    }

    private Server open(SshConnector by, String target, Optional<Path> identity, Cancellation cancellation)
            throws Trouble {
        Host host =
                target.equals("local") ? new LocalHost() : server(by, SshTarget.parse(target), identity, cancellation);
        return atLoginShell(host, cancellation);
    }

    private Host server(SshConnector by, SshTarget target, Optional<Path> identity, Cancellation cancellation)
            throws Trouble {
        Optional<Host> open = identity.isPresent()
                ? Optional.empty()
                : kept.flatMap(k -> k.find(target, () -> by.connect(target, new Cancellation())));
        return open.isPresent() ? open.get() : by.connect(target, identity, cancellation);
    }

    /** The first that a server does is to start the user's login shell, which may hang. */
    private Server atLoginShell(Host host, Cancellation cancellation) throws Trouble {
        CompletableFuture<Server> ready = new CompletableFuture<>();
        Thread.ofVirtual().name("login shell").start(() -> {
            try {
                Server server = new Server(host, site);
                if (!ready.complete(server)) {
                    server.close();
                }
            } catch (Trouble | RuntimeException | Error e) { // else it would be waited for
                ready.completeExceptionally(e);
            }
        });
        cancellation.onCancel(() -> ready.completeExceptionally(new Trouble(TroubleKind.CANCELLED)));
        CompletableFuture.delayedExecutor(SHELL_SECONDS, TimeUnit.SECONDS, Thread::startVirtualThread)
                .execute(() -> ready.completeExceptionally(
                        new Trouble(TroubleKind.LOGIN_SHELL_SILENT, host.name(), SHELL_SECONDS)));
        try {
            return ready.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ready.completeExceptionally(e);
            Thread.startVirtualThread(host::close);
            throw new Trouble(e, TroubleKind.CANCELLED);
        } catch (ExecutionException e) {
            Thread.startVirtualThread(host::close);
            if (e.getCause() instanceof Trouble trouble) {
                throw trouble;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
