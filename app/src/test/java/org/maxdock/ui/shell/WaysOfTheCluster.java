package org.maxdock.ui.shell;

import java.util.List;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.containers.FailingContainers;
import org.maxdock.ui.images.FailingImages;
import org.maxdock.ui.jobs.FailingJobs;
import org.maxdock.ui.launch.FailingStart;
import org.maxdock.ui.mounts.FailingMounts;
import org.maxdock.ui.settings.FailingAccounts;
import org.maxdock.ui.shared.Place;

/** Ways in which SLURM, the files of the server, or a registry that it asks say no. */
final class WaysOfTheCluster {

    private final FailingBench its;
    private final FailingServer server;
    private final FailingJobs jobs;
    private final FailingStart start;
    private final FailingMounts mounts;
    private final FailingImages images;
    private final FailingContainers containers;
    private final FailingAccounts accounts;
    private String folder = "/no/such/folder";
    private String pasted = "";
    private String time = "soon";

    WaysOfTheCluster(FailingBench its) throws Exception {
        this.its = its;
        this.server = its.server;
        server.slurm("sinfo", 0, "slurm 23.11.5\n", "");
        its.connected();
        server.slurm("sinfo", 0, "", "");
        this.jobs = new FailingJobs(its.side);
        this.start = new FailingStart(its.side);
        this.mounts = new FailingMounts(its.side);
        this.images = new FailingImages(its.side);
        this.containers = new FailingContainers(its.side);
        this.accounts = new FailingAccounts(its.side);
    }

    /** What is read beneath a question or in a tree. */
    List<ReadThere> readThere() {
        return List.of(
                new ReadThere(
                        "a time that is none",
                        "beneath the question for the time",
                        () -> jobs.prolong(time),
                        its::refused,
                        () -> time = "1:00:00"),
                queue(
                        "a controller that is down",
                        "slurm_load_jobs error: Unable to contact slurm controller (connect failure)"),
                queue("a command of SLURM that is gone", "squeue: command not found"),
                new ReadThere(
                        "a folder that there is not",
                        "Mounts: a line of the tree",
                        this::looked,
                        () -> below,
                        () -> folder = server.home().toString()),
                new ReadThere(
                        "a folder that may not be looked into",
                        "Mounts: a line of the tree",
                        () -> {
                            folder = mended ? folder : server.closed();
                            looked();
                        },
                        () -> below,
                        () -> {
                            mended = true;
                            folder = server.home().toString();
                        }));
    }

    private ReadThere queue(String how, String errors) {
        return new ReadThere(
                how,
                "Jobs: the sentence above the table",
                () -> {
                    if (!how.equals(mendedQueue)) {
                        server.slurm("squeue", 1, "", errors + "\n");
                    }
                    jobs.read();
                },
                jobs::sentence,
                () -> {
                    mendedQueue = how;
                    server.slurm("squeue", 0, "", "");
                });
    }

    private String mendedQueue = "";
    private String below = "";
    private boolean mended;

    private void looked() {
        below = mounts.below(folder);
    }

    List<WayToFail> all() {
        return List.of(
                slurm(
                        "a job that has ended meanwhile",
                        Place.JOBS,
                        TroubleKind.NO_SUCH_JOB,
                        "scancel",
                        "scancel: error: Kill job error on job id 37: Invalid job id specified",
                        jobs::cancel),
                slurm(
                        "somebody else’s job",
                        Place.JOBS,
                        TroubleKind.SLURM_NOT_ALLOWED,
                        "scancel",
                        "scancel: error: Kill job error on job id 37: Access/permission denied",
                        jobs::cancel),
                slurm(
                        "more time than an operator grants",
                        Place.JOBS,
                        TroubleKind.SLURM_NOT_ALLOWED,
                        "scontrol",
                        "slurm_update error: Access/permission denied",
                        () -> jobs.prolong("5-00:00:00")),
                slurm(
                        "a partition that there is not",
                        Place.START,
                        TroubleKind.PARTITION_UNKNOWN,
                        "sbatch",
                        "sbatch: error: invalid partition specified: maxgpuu",
                        start::start),
                slurm(
                        "a partition of others",
                        Place.START,
                        TroubleKind.PARTITION_FORBIDDEN,
                        "sbatch",
                        "sbatch: error: Batch job submission failed: User's group not permitted to use this partition",
                        start::start),
                slurm(
                        "more time than the partition has",
                        Place.START,
                        TroubleKind.TIME_OVER_LIMIT,
                        "sbatch",
                        "sbatch: error: Batch job submission failed: Requested time limit is "
                                + "invalid (missing or exceeds some limit)",
                        start::start),
                slurm(
                        "nodes that there are not",
                        Place.START,
                        TroubleKind.SLURM_REFUSED,
                        "sbatch",
                        "sbatch: error: Batch job submission failed: Requested node configuration is not available",
                        start::start),
                slurm(
                        "a rule of the site",
                        Place.START,
                        TroubleKind.SLURM_REFUSED,
                        "sbatch",
                        "sbatch: error: Please give a time limit\nsbatch: error: Batch job "
                                + "submission failed: Unspecified error",
                        start::start),
                pasted("a pasted line without a mapping", TroubleKind.NOTHING_PASTED, "docker run busybox"),
                pasted("a pasted document with a mistake", TroubleKind.PASTE_UNREADABLE, "services: {a: ["),
                new WayToFail(
                        "a folder that may not be made there",
                        Place.MOUNT_CHECKS,
                        TroubleKind.FOLDER_NOT_MADE,
                        () -> folder = server.closed() + "/new",
                        new WayToFail.ByModel(() -> mounts.create(folder)),
                        () -> folder = server.home() + "/new"),
                new WayToFail(
                        "a folder on a full disk",
                        Place.MOUNT_CHECKS,
                        TroubleKind.FOLDER_NOT_MADE,
                        () -> folder = server.full() + "/a/b/c/d/e",
                        new WayToFail.ByModel(() -> mounts.create(folder)),
                        () -> folder = server.home() + "/other"),
                new WayToFail(
                        "an archive of images that is not there",
                        Place.IMAGES,
                        TroubleKind.LOAD_FAILED,
                        () -> folder = server.home() + "/none.tar",
                        new WayToFail.ByModel(() -> images.load(folder)),
                        this::archive),
                new WayToFail(
                        "a log that cannot be written there",
                        Place.CONTAINER_LOG,
                        TroubleKind.SAVE_FAILED,
                        () -> folder = server.closed() + "/log",
                        new WayToFail.ByModel(() -> containers.saveLog(folder)),
                        () -> {
                            server.slurm("docker", 0, "a line\n", "");
                            folder = server.home() + "/log";
                        }),
                new WayToFail(
                        "a registry that nobody answers for",
                        Place.REGISTRY,
                        TroubleKind.REGISTRY_FAILED,
                        () -> folder = "127.0.0.1:9",
                        new WayToFail.ByModel(this::searched),
                        this::registryAnswers),
                new WayToFail(
                        "a registry that tells nothing",
                        Place.REGISTRY,
                        TroubleKind.REGISTRY_TELLS_NOTHING,
                        () -> {
                            folder = server.engine().replace("tcp://", "");
                            server.engineBody("_catalog", 404, "{}");
                        },
                        new WayToFail.ByModel(this::searched),
                        this::registryAnswers),
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
                        new WayToFail.ByModel(() -> accounts.login(folder)),
                        () -> server.slurm("docker", 0, "Login Succeeded\n", "")));
    }

    private void searched() {
        images.search(folder);
    }

    private void registryAnswers() {
        folder = server.engine().replace("tcp://", "");
        server.engineBody("_catalog", 200, "{\"repositories\":[]}");
    }

    private void archive() {
        folder = "";
    }

    private WayToFail pasted(String how, TroubleKind kind, String text) {
        return new WayToFail(
                how,
                Place.PLAN,
                kind,
                () -> pasted = text,
                new WayToFail.ByModel(() -> mounts.paste(pasted)),
                () -> pasted = "docker run -v /a:/b busybox");
    }

    private WayToFail slurm(
            String how, Place place, TroubleKind kind, String command, String errors, WayToFail.Step act) {
        return new WayToFail(
                how,
                place,
                kind,
                () -> server.slurm(command, 1, "", errors + "\n"),
                new WayToFail.ByModel(act),
                () -> server.slurm(command, 0, command.equals("sbatch") ? "37\n" : "", ""));
    }
}
