package org.maxdock.operation;

import java.nio.file.Path;
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
import org.maxdock.host.local.LocalHost;
import org.maxdock.image.ImageFitness;
import org.maxdock.image.Images;
import org.maxdock.image.InsideImage;
import org.maxdock.image.context.ContextIndexes;
import org.maxdock.launch.AllocationCheck;
import org.maxdock.launch.Applications;
import org.maxdock.launch.DockerScript;
import org.maxdock.launch.Fitness;
import org.maxdock.launch.JobFiles;
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
import org.maxdock.node.ContainerOwners;
import org.maxdock.node.ContainerUsage;
import org.maxdock.node.JobSteps;
import org.maxdock.node.JobViews;
import org.maxdock.node.NodeHost;
import org.maxdock.node.NodeMounts;
import org.maxdock.node.NodeProvider;
import org.maxdock.node.NodeVerifier;
import org.maxdock.node.TakenNodes;
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
    private final TakenNodes takenNodes;
    private final Clock clock = Clock.systemUTC();
    private final ContextIndexes indexes = ContextIndexes.of(
            Path.of(System.getProperty("user.home")), Optional.ofNullable(System.getenv("XDG_CACHE_HOME")));
    private EngineSide side;

    /** Puts it together for a host that is connected; asks the host only who the user is. */
    public Server(Host host, Site site) throws Trouble {
        this.host = host;
        this.site = site;
        this.environment = LoginEnvironment.of(host);
        this.slurm = new Slurm(host, environment);
        this.mounts = new MountCheck(host, new SiteStorage(site.squashedRoots(), site.sharedRoots()));
        this.terminals = new KeptTerminals(host, GRACE);
        this.launcher =
                new Launcher(slurm, new LaunchScript(new DockerScript()), Mark::fresh, terminals, this::ownNamespaces);
        this.jobViews = new JobViews(host, slurm);
        this.leftovers = new Leftovers(
                host, environment.hostName(), slurm, terminals, new JobFiles(site.jobFiles(), site.sharedRoots()));
        this.fitness = new Fitness(host);
        this.scripts = new SiteScripts(host);
        this.applications = new Applications(host, slurm);
        this.nodes = new NodeVerifier(host);
        this.provider = new NodeProvider(host);
        this.nodeMounts = new NodeMounts(host);
        this.files = new HostFiles(host);
        this.takenNodes = new TakenNodes(host, slurm);
        this.side = new EngineSide(new EnginePlace.OnServer(), host, environment);
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
     * Works from now on with the engine of another place; SLURM, files and terminals stay the server's.
     *
     * @throws Trouble where a node is meant that is not the user's, or that does not answer; then nothing changes
     */
    public void workWith(EnginePlace place) throws Trouble {
        EngineSide other = switch (place) {
            case EnginePlace.OnServer server -> new EngineSide(place, host, environment);
            case EnginePlace.Here here -> side(place, new LocalHost());
            case EnginePlace.OnNode node -> {
                NodeHost there = takenNodes.host(node.job());
                yield side(new EnginePlace.OnNode(Optional.of(there.job())), there);
            }
        };
        EngineSide former;
        synchronized (this) {
            former = side;
            side = other;
        }
        former.close();
    }

    private static EngineSide side(EnginePlace place, Host there) throws Trouble {
        return new EngineSide(place, there, LoginEnvironment.of(there));
    }

    private synchronized EngineSide side() {
        return side;
    }

    /** Where the engine is that is worked with, and the machine it is on. */
    public EngineWhere engineWhere() {
        EngineSide now = side();
        return new EngineWhere(now.place(), now.environment().hostName());
    }

    /** Whether SLURM would grant what is asked of it. */
    AllocationCheck allocationCheck() {
        return new AllocationCheck(slurm, environment.variables());
    }

    /** Nodes that are taken to work on. */
    public TakenNodes takenNodes() {
        return takenNodes;
    }

    /**
     * The engine that is worked with; found when first asked for.
     *
     * @throws Trouble where there is none, or none for this user
     */
    public Engine engine() throws Trouble {
        return side().engine();
    }

    /** What the images of that engine have of what a job on several nodes needs. */
    public ImageFitness imageFitness() {
        return new ImageFitness(side().host());
    }

    /** The layers and files of its images. */
    public InsideImage insideImage() {
        return new InsideImage(side().host());
    }

    /** Accounts at registries, as docker has them beside that engine. */
    public RegistryAccounts registryAccounts() {
        return new RegistryAccounts(side().host());
    }

    /** Ways into its containers. */
    public ContainerPaths containerPaths() {
        return new ContainerPaths(side().host());
    }

    /** Whose its containers are. */
    ContainerOwners containerOwners() {
        return new ContainerOwners(side().host());
    }

    public Images images() throws Trouble {
        EngineSide now = side();
        boolean here = now.place() instanceof EnginePlace.Here;
        Optional<HostFiles> elsewhere = here ? Optional.of(files) : Optional.empty();
        return new Images(now.host(), now.environment(), now.engine(), clock, indexes, elsewhere);
    }

    /** The folders of an image; none where there is no engine, or the engine has not that image. */
    public Set<String> imageFolders(String reference, Cancellation cancellation) throws Trouble {
        EngineSide now = side();
        Optional<Engine> engine = engineIfAny(now);
        return engine.isPresent() ? now.folders().of(reference, engine.get(), cancellation) : Set.of();
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

    /** A preflight; where there is no engine for the user, the nodes alone can tell about the image. */
    public Preflight preflight() {
        return new Preflight(host, environment, imagesIfAny().orElse(null), mounts, slurm, ownNamespaces(), fitness);
    }

    /** What a mount plan is for, in a run mode on this site. */
    public ContainerConditions circumstances(RunMode mode) {
        return mode.circumstances(environment, ownNamespaces());
    }

    /** Where there is no engine to ask, the site's nodes are taken to have user namespaces (the site's page). */
    private boolean ownNamespaces() {
        Optional<Engine> here = side().place() instanceof EnginePlace.Here ? Optional.empty() : engineIfAny();
        try {
            return here.isEmpty() || here.get().info().userNamespaces();
        } catch (Trouble e) {
            System.getLogger(Server.class.getName()).log(System.Logger.Level.DEBUG, "the engine is gone", e);
            return true;
        }
    }

    private Optional<Images> imagesIfAny() {
        EngineSide now = side(); // what another machine has says nothing of what the server has
        return now.place() instanceof EnginePlace.OnServer
                ? engineIfAny(now)
                        .map(e -> new Images(now.host(), now.environment(), e, clock, indexes, Optional.empty()))
                : Optional.empty();
    }

    private Optional<Engine> engineIfAny() {
        return engineIfAny(side());
    }

    private static Optional<Engine> engineIfAny(EngineSide of) {
        try {
            return Optional.of(of.engine());
        } catch (Trouble e) {
            System.getLogger(Server.class.getName()).log(System.Logger.Level.DEBUG, "no engine to work with", e);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        mounts.close();
        side().close();
        host.close();
    }
}
