package org.maxdock.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maxdock.host.Running;
import org.maxdock.image.ImageRecord;
import org.maxdock.image.References;
import org.maxdock.launch.Check;
import org.maxdock.launch.ContainerOptions;
import org.maxdock.launch.DockerScript;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.LaunchScript;
import org.maxdock.launch.Resources;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.Circumstances;
import org.maxdock.mount.Mapping;
import org.maxdock.project.Workbench;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a recorded image on a node. */
@Command(name = "launch")
final class LaunchCommand extends Operation {

    @Option(names = "--print")
    boolean print;

    @Option(names = "--batch")
    boolean batch;

    @Option(names = "--force")
    boolean force;

    @Option(names = {"-p", "--partition"}, paramLabel = "PARTITION", defaultValue = "")
    String partition;

    @Option(names = {"-N", "--nodes"}, paramLabel = "N", defaultValue = "1")
    int nodes;

    @Option(names = {"-t", "--time"}, paramLabel = "TIME", defaultValue = "")
    String time;

    @Option(names = {"-c", "--cpus-per-task"}, paramLabel = "N", defaultValue = "0")
    int cpus;

    @Option(names = {"-C", "--constraint"}, paramLabel = "FEATURES", defaultValue = "")
    String constraint;

    @Option(names = "--mode", paramLabel = "MODE", defaultValue = "me")
    String mode;

    @Option(names = {"-v", "--volume"}, paramLabel = "HOST:CONTAINER[:ro]")
    List<String> volumes = new ArrayList<>();

    @Option(names = "--plan", paramLabel = "NAME")
    List<String> plans = new ArrayList<>();

    @Option(names = {"-w", "--workdir"}, paramLabel = "DIR", defaultValue = "")
    String workdir;

    @Option(names = "--pwd", paramLabel = "DIR")
    String pwd;

    @Option(names = {"-e", "--env"}, paramLabel = "NAME=VALUE")
    List<String> environment = new ArrayList<>();

    @Option(names = "--shm-size", paramLabel = "SIZE", defaultValue = "")
    String sharedMemory;

    @Option(names = "--ulimit", paramLabel = "NAME=LIMIT")
    List<String> ulimits = new ArrayList<>();

    @Option(names = "--docker-arg", paramLabel = "OPTION")
    List<String> dockerArguments = new ArrayList<>();

    @Mixin
    SlurmOptions slurm;

    @Parameters(index = "0", paramLabel = "IMAGE")
    String image;

    @Parameters(index = "1..*", paramLabel = "COMMAND", arity = "0..*")
    List<String> command = new ArrayList<>();

    @Override
    int run() throws Trouble {
        ImageRecord record = project().recordOf(image);
        Launch launch = launch();
        if (print) {
            return print(launch, record);
        }
        try (Workbench bench = connect()) {
            if (!clear(bench.preflight().check(launch, project().record(image)))) {
                return Exit.DOES_NOT_HOLD;
            }
            LaunchPlan plan = bench.launcher().plan(launch, record);
            if (batch) {
                return submitted(bench.launcher().submit(plan));
            }
            java.io.Console terminal = System.console();
            if (terminal != null && terminal.isTerminal()) {
                return new ConsoleTerminal().run((columns, rows) -> bench.launcher().openTerminal(plan, columns, rows));
            }
            return passThrough(bench, plan);
        }
    }

    private Launch launch() throws Trouble {
        if (nodes < 1) {
            throw new Trouble("bad-argument", "--nodes", nodes);
        }
        List<Mapping> mounts = new ArrayList<>();
        for (String volume : volumes) {
            mounts.add(Mapping.parse(volume));
        }
        if (pwd != null) {
            mounts.add(new Mapping(pwd, Circumstances.DOCKER_PWD, false));
        }
        RunMode runMode = RunMode.of(mode).orElseThrow(() -> new Trouble("bad-mode", mode));
        String name = References.repository(image).replaceFirst(".*/", "");
        return plans().expand(new Launch(name, References.withTag(image), mounts, plans, runMode, new Resources(partition, nodes, time, cpus, constraint, slurm.words()).checked(), command, workdir,
                new ContainerOptions(environment, sharedMemory, ulimits, dockerArguments).checked()), project());
    }

    private int print(Launch launch, ImageRecord record) {
        String script = new LaunchScript(new DockerScript()).write(new LaunchPlan(launch, record, "maxdock:" + java.util.UUID.randomUUID()));
        if (json()) {
            console().printJson(Map.of("script", script));
        } else {
            console().out().print(script);
        }
        return Exit.DONE;
    }

    private boolean clear(List<Check> checks) {
        List<Check> failing = checks.stream().filter(c -> c.state() == Check.State.FAILS).toList();
        if (failing.isEmpty()) {
            return true;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Check check : failing) {
            String mend = check.mend().map(console().texts()::get).orElse("");
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("subject", console().texts().get(check.subject()));
            row.put("reason", console().texts().get(check.reason()));
            row.put("mend", mend);
            rows.add(row);
            console().err().println("maxdock: " + row.get("subject") + ": " + row.get("reason") + " " + mend);
        }
        if (force) {
            console().note("cli.forced");
            return true;
        }
        if (json()) {
            console().printJson(Map.of("preflight", rows));
        }
        return false;
    }

    private int submitted(String job) {
        if (json()) {
            console().printJson(Map.of("job", job));
        } else {
            console().print(job);
        }
        return Exit.DONE;
    }

    private int passThrough(Workbench bench, LaunchPlan plan) throws Trouble {
        try (Running running = bench.launcher().start(plan)) {
            if (!json()) {
                return new Pump(running, console().out(), console().err()).run();
            }
            var out = new java.io.ByteArrayOutputStream();
            int status = new Pump(running, out, console().err()).run();
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("exitStatus", status);
            result.put("output", out.toString(java.nio.charset.StandardCharsets.UTF_8));
            console().printJson(result);
            return status;
        }
    }
}
