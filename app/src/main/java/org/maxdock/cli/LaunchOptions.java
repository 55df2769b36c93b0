package org.maxdock.cli;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.image.identity.References;
import org.maxdock.launch.ContainerOptions;
import org.maxdock.launch.Launch;
import org.maxdock.launch.Resources;
import org.maxdock.launch.RunMode;
import org.maxdock.launch.Work;
import org.maxdock.mount.ContainerConditions;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a launch is, as options. Docker's are named as docker names them, SLURM's as salloc does. */
final class LaunchOptions {

    @Option(names = "--kind", paramLabel = "KIND", defaultValue = "shell")
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

    @Option(names = "--publish", paramLabel = "PORT:PORT")
    List<String> ports = new ArrayList<>();

    @Option(
            names = {"-p", "--partition"},
            paramLabel = "PARTITION",
            defaultValue = "")
    String partition;

    @Option(
            names = {"-N", "--nodes"},
            paramLabel = "N",
            defaultValue = "1")
    int nodes;

    @Option(
            names = {"-t", "--time"},
            paramLabel = "TIME",
            defaultValue = "")
    String time;

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

    @Option(names = "--plan", paramLabel = "NAME")
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
            paramLabel = "NAME=VALUE")
    List<String> environment = new ArrayList<>();

    @Option(names = "--shm-size", paramLabel = "SIZE", defaultValue = "")
    String sharedMemory;

    @Option(names = "--ulimit", paramLabel = "NAME=LIMIT")
    List<String> ulimits = new ArrayList<>();

    @Option(names = "--docker-arg", paramLabel = "OPTION")
    List<String> dockerArguments = new ArrayList<>();

    @Option(names = "--site-arg", paramLabel = "OPTION")
    List<String> siteArguments = new ArrayList<>();

    @Mixin
    SlurmOptions slurm;

    /** @param name empty for the image's */
    Launch launch(String name, String image, List<String> command) throws Trouble {
        if (nodes < 1) {
            throw new Trouble(TroubleKind.BAD_ARGUMENT, "--nodes", nodes);
        }
        Work work = new Work(
                        Work.Kind.of(kind).orElseThrow(() -> new Trouble(TroubleKind.BAD_KIND, kind)),
                        port,
                        ranks,
                        array,
                        network,
                        cluster)
                .checked();
        if (here && !job.isEmpty()) {
            throw new Trouble(TroubleKind.BAD_ARGUMENT, "--in-job", "--here");
        }
        Resources resources = resources();
        ContainerOptions container =
                new ContainerOptions(environment, sharedMemory, ulimits, dockerWords(), siteArguments).checked();
        String called = name.isEmpty() ? References.repository(image).replaceFirst(".*/", "") : name;
        return new Launch(
                called,
                References.withTag(image),
                mappings(),
                plans,
                runMode(work.kind()),
                resources,
                command,
                workdir,
                container,
                work);
    }

    /** Where nothing is allocated, what only SLURM could grant is refused rather than left aside without a word. */
    private Resources resources() throws Trouble {
        Resources asked = new Resources(partition, nodes, time, cpus, constraint, slurm.words()).checked();
        if (!here && job.isEmpty()) {
            return asked;
        }
        List<String> inVain = new ArrayList<>(asked.options());
        inVain.removeAll(Resources.of("", 1, "").options());
        if (!inVain.isEmpty()) {
            throw new Trouble(TroubleKind.NOTHING_ALLOCATED, here ? "--here" : "--in-job " + job, inVain.getFirst());
        }
        return here ? Resources.HERE : Resources.inJob(job).checked();
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

    private RunMode runMode(Work.Kind of) throws Trouble {
        String word = mode != null ? mode : of == Work.Kind.MPI ? RunMode.DOCKERCLUSTER.word() : RunMode.ME.word();
        return RunMode.of(word).orElseThrow(() -> new Trouble(TroubleKind.BAD_MODE, word));
    }

    private List<Mapping> mappings() throws Trouble {
        List<Mapping> mounts = new ArrayList<>();
        for (String volume : volumes) {
            mounts.add(Mapping.parse(volume));
        }
        if (pwd != null) {
            mounts.add(new Mapping(pwd, ContainerConditions.DOCKER_PWD, false));
        }
        return mounts;
    }
}
