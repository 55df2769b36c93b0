package org.maxdock.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.operation.Connections;
import org.maxdock.operation.EnginePlace;
import org.maxdock.operation.Server;
import org.maxdock.slurm.NodeName;
import org.maxdock.store.Json;
import org.maxdock.store.Site;
import org.maxdock.store.SiteFiles;
import org.maxdock.text.Trouble;
import org.testfx.util.WaitForAsyncUtils;

/** The one-machine Maxwell, which packaging/check has brought up, as tests see it: from outside, over SSH. */
public final class Lab {

    public static final String BASE = "max-registry:5000/maxwell/base:1";
    /** With Open MPI, sshd, Jupyter and X11 programs. */
    public static final String MPI = "max-registry:5000/maxwell/debian_mpi:1";

    public static final String PRIVATE_BASE = "max-registry:5001/maxwell/base:1";
    public static final String DATA = "/asap3/petra3/gpfs/p11/2019/data";
    public static final List<String> NODES = List.of("max-wn001", "max-wn002");
    public static final List<NodeName> NODE_NAMES = NodeName.all(NODES);

    private static final Path TOP = Path.of("").toAbsolutePath().getParent();
    private static final Path STATE = Path.of(System.getenv().getOrDefault("MAXDOCK_LAB", "/var/lib/maxdock-lab"));

    private Lab() {}

    /** site, plain or modern. */
    public static String mode() {
        try {
            return Files.readString(STATE.resolve("run/mode")).strip();
        } catch (IOException e) {
            throw new IllegalStateException("the lab is not up; packaging/check brings it up: " + e.getMessage(), e);
        }
    }

    /** Whether engines are reached as at the site, and its scripts are there. */
    public static boolean isSite() {
        return !mode().equals("plain");
    }

    /** With a newer Docker, SLURM and OpenSSH, and with engines on the nodes alone. */
    public static boolean isModern() {
        return mode().equals("modern");
    }

    /** Options of SLURM for what is to be isolated: of a modern lab's nodes the second has no user namespaces. */
    public static List<String> whereIsolated(boolean isolated) {
        return isolated && isModern() ? List.of("--exclude=max-wn002") : List.of();
    }

    public static void onlyWithEngineOnServer() {
        Assumptions.assumeFalse(isModern(), "this is about an engine of the workgroup server");
    }

    public static void onlyOnSite() {
        Assumptions.assumeTrue(isSite(), "this is about the site-like lab");
    }

    public static void onlyOnPlain() {
        Assumptions.assumeFalse(isSite(), "this is about the plain lab");
    }

    public static Path top() {
        return TOP;
    }

    /** The folder that the lab has the site's scripts from: its own, or that of up --site-scripts. */
    public static Path siteScripts() throws IOException {
        String kind = Files.readAllLines(STATE.resolve("run/setup")).getFirst();
        String folder = kind.substring(kind.indexOf(' ') + 1);
        return folder.equals("own") ? TOP.resolve("packaging/lab.d/bin") : Path.of(folder);
    }

    public static Path sshConfig() {
        return STATE.resolve("client/ssh_config");
    }

    /** A host's addresses: that on the lab's net, and on the bastion's where it has one. */
    public static List<String> addresses(String host) {
        return List.of(must(host, "hostname -I").strip().split("\\s+"));
    }

    public static Path key(String user) {
        return STATE.resolve("disk/keys/id_" + user);
    }

    /** A file of the names and addresses of the lab's hosts, as /etc/hosts has them. */
    static String hosts() {
        return STATE.resolve("disk/hosts").toString();
    }

    /** Where this machine has a folder of the lab's /beegfs. */
    public static Path sharedDisk(String path) {
        return STATE.resolve("disk" + path);
    }

    public static SshSettings ssh() {
        return SshSettings.ofHome(Path.of(System.getProperty("user.home"))).withConfig(sshConfig());
    }

    /** What is special about the lab. */
    public static Site site() {
        try {
            return SiteFiles.ofUser(new Json())
                    .find(top().resolve("packaging/lab.d/site.json").toString());
        } catch (Trouble e) {
            throw new IllegalStateException(e);
        }
    }

    public static Connections connections() {
        return new Connections(ssh(), SshPrompts.none(), site());
    }

    /** A connection to the workgroup server as mxuser. */
    public static Server connect() throws Trouble {
        return connections().open("max-wgs");
    }

    /**
     * The same for who works with images: where the server has no engine, with that of a node, which is taken for it.
     */
    public static Server connectToEngine() throws Trouble {
        Server server = connect();
        if (isModern()) {
            ModernEngine.use(server);
        }
        return server;
    }

    /** Works with an engine: with that of the server, or where it has none with that of a node, until it is done. */
    public static <T> T atEngine(Server server, Callable<T> work) throws Exception {
        if (!isModern()) {
            return work.call();
        }
        ModernEngine.use(server);
        try {
            return work.call();
        } finally {
            server.workWith(new EnginePlace.OnServer());
            giveBack("mxuser");
        }
    }

    /** An image of the registry's, as an engine has it that has pulled it just now. */
    public static ImageRecord pulled(Server server, String image) throws Exception {
        return atEngine(server, () -> {
            server.images().pull(image, Progress.Listener.none(), new Cancellation());
            return server.images().record(image);
        });
    }

    /** Where a user finds the engine of {@link #connectToEngine}, for {@link #sh}. */
    public static String engineHost(String user) {
        return user + "@" + (isModern() ? ModernEngine.NODE : "max-wgs");
    }

    /** Runs a shell line on a host of the lab; {@code where} is HOST (as root) or USER@HOST. */
    public static Said sh(String where, String line) {
        return run(List.of(TOP.resolve("packaging/lab").toString(), "sh", where, line));
    }

    /** The same, which must succeed; returns what it wrote. */
    public static String must(String where, String line) {
        Said said = sh(where, line);
        if (said.status() != 0) {
            throw new IllegalStateException(where + ": " + line + ": " + said.err());
        }
        return said.out();
    }

    /** Waits a minute until there is none of them; those that are there then are the failure's words. */
    public static void awaitNone(Callable<? extends Collection<?>> found) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> found.call().isEmpty());
        } catch (TimeoutException e) {
            assertThat(found.call()).as(e.toString()).isEmpty();
        }
    }

    /** What a command left behind. */
    public record Said(int status, String out, String err) {}

    /** Runs a command of this machine. */
    public static Said run(List<String> words) {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(words))
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start();
            var err = new java.util.concurrent.CompletableFuture<String>();
            Thread.ofVirtual().start(() -> {
                try {
                    err.complete(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    err.completeExceptionally(e);
                }
            });
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), out, err.join());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Gives back what a user's jobs still hold. */
    public static void giveBack(String user) {
        must(
                user + "@max-wgs",
                "scancel --me; for n in $(seq 300); do [ -n \"$(squeue --me -h)\" ] || exit 0; sleep 0.1; "
                        + "done; exit 1");
    }

    /** Somebody else puts another image in the place of one, in a node's cache. */
    public static void replace(String node, String image) {
        must(
                "mxother@" + node,
                "printf 'FROM " + BASE + "\\nENV SWAPPED=yes\\nCMD [\"echo\",\"swapped\"]\\n' | docker build -q -t "
                        + image + " -");
    }
}
