package org.maxdock.operation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maxdock.engine.ContainerPaths;
import org.maxdock.engine.Engine;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.HostFiles;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.image.ImageFitness;
import org.maxdock.image.ImageFolders;
import org.maxdock.image.Images;
import org.maxdock.image.InsideImage;
import org.maxdock.launch.Applications;
import org.maxdock.launch.DockerScript;
import org.maxdock.launch.Fitness;
import org.maxdock.launch.KeptTerminals;
import org.maxdock.launch.LaunchScript;
import org.maxdock.launch.Launcher;
import org.maxdock.launch.Leftovers;
import org.maxdock.launch.Preflight;
import org.maxdock.launch.RunMode;
import org.maxdock.launch.SiteScripts;
import org.maxdock.mount.ContainerConditions;
import org.maxdock.mount.MountCheck;
import org.maxdock.mount.SiteStorage;
import org.maxdock.node.ContainerUsage;
import org.maxdock.node.JobSteps;
import org.maxdock.node.JobViews;
import org.maxdock.node.NodeMounts;
import org.maxdock.node.NodeProvider;
import org.maxdock.node.NodeVerifier;
import org.maxdock.node.UsageNotes;
import org.maxdock.registry.RegistryAccounts;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Slurm;
import org.maxdock.store.Site;
import org.maxdock.text.Trouble;

/**
 * What stands at the other end of a connection, put together in one place. For operations alone, which are each for one
 * thing: the window and the command line are given those.
 */
public final class Server implements AutoCloseable {

    /** How long a launch's terminal stays that nobody is attached to. */
    private static final Duration GRACE = Duration.ofMinutes(30);

    private final Host host;
    private final Site site;
    private final LoginEnvironment environment;
    private final Slurm slurm;
    private final MountCheck mounts;
    private final KeptTerminals terminals;
    private final Launcher launcher;
    private final JobViews jobViews;
    private final Leftovers leftovers;
    private final Fitness fitness;
    private final SiteScripts scripts;
    private final Applications applications;
    private final NodeVerifier nodes;
    private final NodeProvider provider;
    private final NodeMounts nodeMounts;
    private final HostFiles files;
    private final ImageFolders imageFolders;
    private final Clock clock = Clock.systemUTC();
    private Engine engine;

    /** Puts it together for a host that is connected; asks the host only who the user is. */
    public Server(Host host, Site site) throws Trouble {
        this.host = host;
        this.site = site;
        this.environment = LoginEnvironment.of(host);
        this.slurm = new Slurm(host, environment);
        this.mounts = new MountCheck(host, new SiteStorage(site.squashedRoots(), site.sharedRoots()));
        this.terminals = new KeptTerminals(host, GRACE);
        this.launcher = new Launcher(host, slurm, new LaunchScript(new DockerScript()), Mark::fresh, terminals);
        this.jobViews = new JobViews(host, slurm);
        this.leftovers = new Leftovers(host, environment.hostName(), slurm, terminals);
        this.fitness = new Fitness(host);
        this.scripts = new SiteScripts(host);
        this.applications = new Applications(host, slurm);
        this.nodes = new NodeVerifier(host);
        this.provider = new NodeProvider(host);
        this.nodeMounts = new NodeMounts(host);
        this.files = new HostFiles(host);
        this.imageFolders = new ImageFolders(host);
    }

    public Account account() {
        return new Account(environment.user(), environment.hostName());
    }

    /** A round trip to the engine, or where there is none, to the host. */
    void trip() throws Trouble {
        Optional<Engine> here = engineIfAny();
        if (here.isPresent()) {
            here.get().ping();
        } else {
            host.run(Command.of("true"));
        }
    }

    public Host host() {
        return host;
    }

    /** What is special about where the server is. */
    public Site site() {
        return site;
    }

    public LoginEnvironment environment() {
        return environment;
    }

    /**
     * The engine of the workgroup server; found when first asked for.
     *
     * @throws Trouble where there is none, or none for this user
     */
    public synchronized Engine engine() throws Trouble {
        if (engine == null) {
            engine = Engine.of(host, environment);
        }
        return engine;
    }

    /** What the images of the workgroup server have of what a job on several nodes needs. */
    public ImageFitness imageFitness() {
        return new ImageFitness(host);
    }

    /** The layers and files of the workgroup server's images. */
    public InsideImage insideImage() {
        return new InsideImage(host);
    }

    /** Accounts at registries, as docker on the workgroup server has them. */
    public RegistryAccounts registryAccounts() {
        return new RegistryAccounts(host);
    }

    /** Ways into the containers of the workgroup server. */
    public ContainerPaths containerPaths() {
        return new ContainerPaths(host);
    }

    public Images images() throws Trouble {
        return new Images(host, environment, engine(), clock);
    }

    /** The folders of an image; none where this server has no engine, or its engine not that image. */
    public Set<String> imageFolders(String reference, Cancellation cancellation) throws Trouble {
        Optional<Engine> here = engineIfAny();
        return here.isPresent() ? imageFolders.of(reference, here.get(), cancellation) : Set.of();
    }

    public MountCheck mounts() {
        return mounts;
    }

    public Slurm slurm() {
        return slurm;
    }

    public Launcher launcher() {
        return launcher;
    }

    public KeptTerminals terminals() {
        return terminals;
    }

    public JobViews jobViews() {
        return jobViews;
    }

    /** What containers of jobs that run have used. */
    public ContainerUsage containerUsage() {
        return new ContainerUsage(new JobSteps(host));
    }

    /** What the containers of launches that have ended had used. */
    public UsageNotes usageNotes() {
        return new UsageNotes(host);
    }

    public Leftovers leftovers() {
        return leftovers;
    }

    /** What options the site's script of a run mode knows. */
    public List<String> siteOptions(RunMode mode) throws Trouble {
        return scripts.options(mode);
    }

    public Applications applications() {
        return applications;
    }

    public NodeVerifier nodes() {
        return nodes;
    }

    public NodeMounts nodeMounts() {
        return nodeMounts;
    }

    public NodeProvider provider() {
        return provider;
    }

    public HostFiles files() {
        return files;
    }

    /** A preflight; where the workgroup server has no engine for the user, the nodes alone can tell about the image. */
    public Preflight preflight() {
        return new Preflight(host, environment, imagesIfAny().orElse(null), mounts, slurm, ownNamespaces(), fitness);
    }

    /** What a mount plan is for, in a run mode on this site. */
    public ContainerConditions circumstances(RunMode mode) {
        return mode.circumstances(environment, ownNamespaces());
    }

    /** Where this server has no engine to ask, the site's nodes are taken to have user namespaces (the site's page). */
    private boolean ownNamespaces() {
        Optional<Engine> here = engineIfAny();
        try {
            return here.isEmpty() || here.get().info().userNamespaces();
        } catch (Trouble e) {
            System.getLogger(Server.class.getName()).log(System.Logger.Level.DEBUG, "the engine is gone", e);
            return true;
        }
    }

    private Optional<Images> imagesIfAny() {
        return engineIfAny().map(e -> new Images(host, environment, e, clock));
    }

    private Optional<Engine> engineIfAny() {
        try {
            return Optional.of(engine());
        } catch (Trouble e) {
            System.getLogger(Server.class.getName())
                    .log(System.Logger.Level.DEBUG, "no engine on the workgroup server", e);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        mounts.close();
        synchronized (this) {
            if (engine != null) {
                engine.close();
            }
        }
        host.close();
    }
}
