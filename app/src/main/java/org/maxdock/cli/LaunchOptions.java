package org.maxdock.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.ContainerOptions;
import org.maxdock.launch.KindFields;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.ContainerConditions;
import org.maxdock.mount.Mapping;
import org.maxdock.slurm.JobId;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a launch is, as options. Docker's are named as docker names them, SLURM's as salloc does. */
final class LaunchOptions {

    @Option(names = "--kind", paramLabel = "KIND", defaultValue = "")
    String kind;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "0")
    int port;

    @Option(names = "--ranks", paramLabel = "N", defaultValue = "0")
    int ranks;

    @Option(names = "--array", paramLabel = "INDEXES", defaultValue = "")
    String array;

    @Option(names = "--network", paramLabel = "NETWORK", defaultValue = "")
    String network;

    @Option(names = "--here")
    boolean here;

    @Option(names = "--in-job", paramLabel = "JOB", defaultValue = "")
    String job;

    @Option(names = "--cluster-name", paramLabel = "NAME", defaultValue = "")
    String cluster;

    @Option(names = "--gpus", paramLabel = "GPUS")
    String gpus;

    @Option(names = "--publish", paramLabel = "HOST:CONTAINER")
    List<String> ports = new ArrayList<>();

    @Mixin
    AllocationOptions allocation;

    @Option(
            names = {"-N", "--nodes"},
            paramLabel = "N",
            defaultValue = "1")
    int nodes;

    @Option(
            names = {"-c", "--cpus-per-task"},
            paramLabel = "N",
            defaultValue = "0")
    int cpus;

    @Option(
            names = {"-C", "--constraint"},
            paramLabel = "FEATURES",
            defaultValue = "")
    String constraint;

    @Option(names = "--mode", paramLabel = "MODE")
    String mode;

    @Option(
            names = {"-v", "--volume"},
            paramLabel = "HOST:CONTAINER[:ro]")
    List<String> volumes = new ArrayList<>();

    @Option(names = "--plan", paramLabel = "PLAN")
    List<String> plans = new ArrayList<>();

    @Option(
            names = {"-w", "--workdir"},
            paramLabel = "DIR",
            defaultValue = "")
    String workdir;

    @Option(names = "--pwd", paramLabel = "DIR")
    String pwd;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME[=VALUE]")
    List<String> environment = new ArrayList<>();

    @Option(names = "--env-file", paramLabel = "FILE")
    List<String> environmentFiles = new ArrayList<>();

    @Option(names = "--shm-size", paramLabel = "SIZE", defaultValue = "")
    String sharedMemory;

    @Option(names = "--ulimit", paramLabel = "NAME=LIMIT")
    List<String> ulimits = new ArrayList<>();

    @Option(names = "--docker-arg", paramLabel = "OPTION")
    List<String> dockerArguments = new ArrayList<>();

    @Option(names = "--site-arg", paramLabel = "OPTION")
    List<String> siteArguments = new ArrayList<>();

    @Option(names = "--signed-by", paramLabel = "NAME")
    List<String> signedBy = new ArrayList<>();

    @Mixin
    SlurmOptions slurm;

    /**
     * @param name empty for the image's
     * @throws org.maxdock.text.InvalidValue where an option is not what it is meant to be
     */
    Launch launch(String name, String image, List<String> command) throws Trouble {
        check();
        LaunchKind.Name named = named();
        return new Launch(
                name,
                ImageReference.parse(image),
                mappings(),
                plans,
                runMode(named),
                place(),
                command,
                workdir,
                new ContainerOptions(variables(), sharedMemory, ulimits, dockerWords(), siteArguments),
                kind(named),
                signedBy);
    }

    /** Of several tasks each is a batch job. */
    private LaunchKind.Name named() throws Trouble {
        if (kind.isEmpty()) {
            return array.isEmpty() ? LaunchKind.Name.SHELL : LaunchKind.Name.BATCH;
        }
        return LaunchKind.Name.of(kind).orElseThrow(() -> new Trouble(TroubleKind.BAD_KIND, Valid.shown(kind)));
    }

    /** Those of the files come first, as docker run has it. */
    private List<String> variables() throws Trouble {
        List<String> all = new ArrayList<>();
        for (String file : environmentFiles) {
            all.addAll(VariablesFile.read(file));
        }
        all.addAll(environment);
        return all;
    }

    /** What belongs to another kind is refused rather than left aside without a word. */
    private LaunchKind kind(LaunchKind.Name named) throws Trouble {
        KindFields given = new KindFields(port, ranks, array, network, cluster);
        LaunchKind kind = given.of(named);
        boolean heeded = kind.serves() || kind instanceof LaunchKind.Mpi || runMode(named) == RunMode.DOCKERCLUSTER;
        KindFields own = KindFields.of(kind);
        KindFields taken = heeded ? own : new KindFields(0, own.ranks(), own.array(), own.network(), "");
        Map<String, Object> left = new LinkedHashMap<>();
        left.put("--port " + port, port - taken.port());
        left.put("--ranks " + ranks, ranks - taken.ranks());
        left.put("--array " + array, array.length() - taken.array().length());
        left.put("--network " + network, network.length() - taken.network().length());
        left.put("--cluster-name " + cluster, cluster.length() - taken.cluster().length());
        for (Map.Entry<String, Object> one : left.entrySet()) {
            if (!one.getValue().equals(0)) {
                throw new Trouble(TroubleKind.NOT_TOGETHER, "--kind " + named.word(), Valid.shown(one.getKey()));
            }
        }
        return kind;
    }

    /** That what was given means something, whatever is launched. */
    void check() throws Trouble {
        if (!workdir.isEmpty() && !workdir.startsWith("/")) {
            throw new Trouble(TroubleKind.WORKDIR_RELATIVE, Valid.shown(workdir));
        }
        place();
    }

    /** Where nothing is allocated, what only SLURM could grant is refused rather than left aside without a word. */
    private LaunchPlace place() throws Trouble {
        if (here && !job.isEmpty()) {
            throw new Trouble(TroubleKind.NOT_TOGETHER, "--in-job", "--here");
        }
        LaunchPlace.Allocation asked = new LaunchPlace.Allocation(
                allocation.partitions(), nodes, allocation.time(), cpus, constraint, slurm.words());
        if (!here && job.isEmpty()) {
            return asked;
        }
        List<String> inVain = new ArrayList<>(asked.options());
        inVain.removeAll(LaunchPlace.Allocation.of("", 1, "").options());
        if (!inVain.isEmpty()) {
            throw new Trouble(TroubleKind.NOTHING_ALLOCATED, here ? "--here" : "--in-job " + job, inVain.getFirst());
        }
        return here ? new LaunchPlace.OnServer() : new LaunchPlace.InJob(new JobId(job));
    }

    private List<String> dockerWords() {
        List<String> words = new ArrayList<>();
        if (gpus != null && !gpus.isBlank()) {
            words.add("--gpus=" + gpus);
        }
        ports.forEach(p -> words.add("--publish=" + p));
        words.addAll(dockerArguments);
        return words;
    }

    private RunMode runMode(LaunchKind.Name of) throws Trouble {
        String word =
                mode != null ? mode : of == LaunchKind.Name.MPI ? RunMode.DOCKERCLUSTER.word() : RunMode.ME.word();
        return RunMode.of(word).orElseThrow(() -> new Trouble(TroubleKind.BAD_MODE, word));
    }

    private List<Mapping> mappings() throws Trouble {
        List<Mapping> mounts = new ArrayList<>();
        for (String volume : volumes) {
            mounts.add(Mapping.whole(volume));
        }
        if (pwd != null) {
            if (!pwd.startsWith("/")) {
                throw new Trouble(TroubleKind.BAD_ARGUMENT, "--pwd", Valid.shown(pwd));
            }
            mounts.add(new Mapping(pwd, ContainerConditions.DOCKER_PWD, false));
        }
        return mounts;
    }
}
