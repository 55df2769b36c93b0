package org.maxdock.ui.shell;

import java.util.List;
import java.util.concurrent.Callable;
import org.maxdock.host.Cancellation;
import org.maxdock.host.local.LocalHost;
import org.maxdock.lab.Lab;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.JobOperations;
import org.maxdock.operation.LaunchOperations;
import org.maxdock.operation.MountOperations;
import org.maxdock.operation.RecordSigner;
import org.maxdock.operation.RegistryOperations;
import org.maxdock.operation.SignatureDemands;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.store.Json;
import org.maxdock.store.Runs;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Place;

/** Ways in which SLURM, the files of the server, or a registry that it asks say no. */
final class WaysOfTheCluster {

    private static final JobId JOB = new JobId("37");

    private final FailingServer server;
    private final JobOperations jobs;
    private final LaunchOperations launches;
    private final MountOperations mounts;
    private final ImageOperations images;
    private final ContainerOperations containers;
    private final RegistryOperations registries;

    WaysOfTheCluster(FailingBench its) {
        this.server = its.server;
        Runs runs = new Runs(server.here().resolve("runs.json"), new Json());
        this.jobs = new JobOperations(its.link, runs);
        RecordSigner signer = new RecordSigner(new LocalHost(), server.here(), java.util.Optional.empty());
        this.launches = new LaunchOperations(its.link, runs, new SignatureDemands(signer, Lab.site()));
        this.mounts = new MountOperations(its.link);
        this.images = new ImageOperations(its.link);
        this.containers = new ContainerOperations(its.link);
        this.registries = new RegistryOperations(its.link);
    }

    List<WayToFail> all() {
        return List.of(
                slurm(
                        "a job that has ended meanwhile",
                        Place.JOBS,
                        TroubleKind.NO_SUCH_JOB,
                        "scancel",
                        "scancel: error: Kill job error on job id 37: Invalid job id specified",
                        this::cancel),
                slurm(
                        "somebody else’s job",
                        Place.JOBS,
                        TroubleKind.SLURM_NOT_ALLOWED,
                        "scancel",
                        "scancel: error: Kill job error on job id 37: Access/permission denied",
                        this::cancel),
                slurm(
                        "a controller that is down",
                        Place.JOBS,
                        TroubleKind.SLURM_SILENT,
                        "squeue",
                        "slurm_load_jobs error: Unable to contact slurm controller (connect failure)",
                        this::queue),
                slurm(
                        "more time than an operator grants",
                        Place.JOBS,
                        TroubleKind.SLURM_NOT_ALLOWED,
                        "scontrol",
                        "slurm_update error: Access/permission denied",
                        this::prolong),
                new WayToFail(
                        "a server without SLURM",
                        Place.JOBS,
                        TroubleKind.NO_SLURM,
                        () -> server.slurm("squeue", 127, "", "squeue: command not found"),
                        new WayToFail.Over(this::queue),
                        () -> server.slurm("squeue", 0, "", "")),
                slurm(
                        "a partition that there is not",
                        Place.START,
                        TroubleKind.PARTITION_UNKNOWN,
                        "sbatch",
                        "sbatch: error: invalid partition specified: maxgpuu",
                        this::submit),
                slurm(
                        "a partition of others",
                        Place.START,
                        TroubleKind.PARTITION_FORBIDDEN,
                        "sbatch",
                        "sbatch: error: Batch job submission failed: User's group not permitted to use this partition",
                        this::submit),
                slurm(
                        "more time than the partition has",
                        Place.START,
                        TroubleKind.TIME_OVER_LIMIT,
                        "sbatch",
                        "sbatch: error: Batch job submission failed: Requested time limit is "
                                + "invalid (missing or exceeds some limit)",
                        this::submit),
                slurm(
                        "nodes that there are not",
                        Place.START,
                        TroubleKind.SLURM_REFUSED,
                        "sbatch",
                        "sbatch: error: Batch job submission failed: Requested node configuration is not available",
                        this::submit),
                slurm(
                        "a rule of the site",
                        Place.START,
                        TroubleKind.SLURM_REFUSED,
                        "sbatch",
                        "sbatch: error: Please give a time limit\nsbatch: error: Batch job "
                                + "submission failed: Unspecified error",
                        this::submit),
                files("a folder that there is not", TroubleKind.FOLDER_UNREADABLE, this::listed),
                new WayToFail(
                        "a folder that may not be looked into",
                        Place.FOLDERS,
                        TroubleKind.FOLDER_UNREADABLE,
                        () -> folder = server.closed(),
                        new WayToFail.Over(this::listed),
                        () -> folder = server.home().toString()),
                new WayToFail(
                        "a folder that may not be made there",
                        Place.MOUNT_CHECKS,
                        TroubleKind.FOLDER_NOT_MADE,
                        () -> folder = server.closed() + "/new",
                        new WayToFail.Over(this::created),
                        () -> folder = server.home() + "/new"),
                new WayToFail(
                        "a folder on a full disk",
                        Place.MOUNT_CHECKS,
                        TroubleKind.FOLDER_NOT_MADE,
                        () -> folder = server.full() + "/a/b/c/d/e",
                        new WayToFail.Over(this::created),
                        () -> folder = server.home() + "/other"),
                new WayToFail(
                        "an archive of images that is not there",
                        Place.IMAGES,
                        TroubleKind.LOAD_FAILED,
                        () -> folder = server.home() + "/none.tar",
                        new WayToFail.Over(this::loaded),
                        this::archive),
                new WayToFail(
                        "a log that cannot be written there",
                        Place.CONTAINER_LOG,
                        TroubleKind.SAVE_FAILED,
                        () -> folder = server.closed() + "/log",
                        new WayToFail.Over(this::logSaved),
                        () -> {
                            server.slurm("docker", 0, "a line\n", "");
                            folder = server.home() + "/log";
                        }),
                new WayToFail(
                        "a registry that nobody answers for",
                        Place.REGISTRY,
                        TroubleKind.REGISTRY_FAILED,
                        () -> folder = "127.0.0.1:9",
                        new WayToFail.Over(this::searched),
                        () -> folder = ""),
                new WayToFail(
                        "a registry that tells nothing",
                        Place.REGISTRY,
                        TroubleKind.REGISTRY_TELLS_NOTHING,
                        () -> {
                            folder = server.engine().replace("tcp://", "");
                            server.engineBody("_catalog", 404, "{}");
                        },
                        new WayToFail.Over(this::searched),
                        () -> folder = ""),
                new WayToFail(
                        "a wrong password for a registry",
                        Place.ACCOUNTS,
                        TroubleKind.LOGIN_FAILED,
                        () -> {
                            folder = "registry.example:5000";
                            server.slurm(
                                    "docker",
                                    1,
                                    "",
                                    "Error response from daemon: Get "
                                            + "\"https://r:5000/v2/\": unauthorized: incorrect username or password\n");
                        },
                        new WayToFail.Over(this::loggedIn),
                        () -> server.slurm("docker", 0, "Login Succeeded\n", "")));
    }

    private String folder = "";

    private Object cancel() throws Exception {
        jobs.cancel(List.of(JOB));
        return "";
    }

    private Object queue() throws Exception {
        return jobs.mine();
    }

    private Object prolong() throws Exception {
        jobs.setTimeLimit(JOB, new TimeLimit("5-00:00:00"));
        return "";
    }

    private Object submit() throws Exception {
        return launches.submit("recon", "#!/bin/bash\n", Mark.fresh(), List.of());
    }

    private Object listed() throws Exception {
        return mounts.folders(folder, 0, 10);
    }

    private Object created() throws Exception {
        mounts.create(folder);
        return "";
    }

    private Object loaded() throws Exception {
        return images.load(folder, new Cancellation());
    }

    private Object logSaved() throws Exception {
        containers.saveLog("c1", folder, new Cancellation());
        return "";
    }

    private Object searched() throws Exception {
        return folder.isEmpty() ? "" : registries.search(folder, "recon");
    }

    private Object loggedIn() throws Exception {
        registries.login(folder, "me", "wrong");
        return "";
    }

    private void archive() {
        folder = "";
    }

    private WayToFail files(String how, TroubleKind kind, Callable<?> act) {
        return new WayToFail(
                how,
                Place.FOLDERS,
                kind,
                () -> folder = "/no/such/folder",
                new WayToFail.Over(act),
                () -> folder = server.home().toString());
    }

    private WayToFail slurm(String how, Place place, TroubleKind kind, String command, String errors, Callable<?> act) {
        return new WayToFail(
                how,
                place,
                kind,
                () -> server.slurm(command, 1, "", errors + "\n"),
                new WayToFail.Over(act),
                () -> server.slurm(command, 0, command.equals("sbatch") ? "37\n" : "", ""));
    }
}
