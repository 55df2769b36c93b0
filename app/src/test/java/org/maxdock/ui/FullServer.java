package org.maxdock.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.maxdock.ui.shell.FailingServer;

/** A workgroup server of a test's own on which there is much to be seen: images, containers, jobs, partitions. */
final class FullServer {

    static final String IMAGE = "max-registry:5000/mxuser/recon:1";

    /** Of jobs of MaxDock, by all but its last digit. */
    private static final String LEFT = "maxdock:5d1c4a3e-0000-4000-8000-00000000000";

    private static final String SEP = "\u001f";

    private FullServer() {}

    /** Its commands and its engine tell of much. */
    static void fill(FailingServer server) throws IOException {
        sinfo(server);
        squeue(server);
        scontrol(server);
        server.engineBody("/images/json", 200, images());
        server.engineBody("/containers/json", 200, containers());
        server.engineBody(
                "/info",
                200,
                "{\"ServerVersion\":\"24.0.7\",\"SecurityOptions\":[\"name=userns\"],\"Images\":4,"
                        + "\"OSType\":\"linux\",\"Architecture\":\"x86_64\"}");
    }

    /** SLURM is there, and its commands do not answer. */
    static void silence(FailingServer server) throws IOException {
        slurm(server, "sleep 120");
    }

    /** SLURM is there, and refuses whatever it is asked. */
    static void refuse(FailingServer server) throws IOException {
        slurm(server, "echo slurm_load_jobs error: Unable to contact slurm controller >&2; exit 1");
    }

    private static void slurm(FailingServer server, String answer) throws IOException {
        for (String command : List.of("sinfo", "squeue", "scontrol", "sacct")) {
            script(server, command, "case $* in *--version*) echo slurm 23.11.5;; *) " + answer + ";; esac\n");
        }
    }

    private static String images() {
        StringBuilder all = new StringBuilder("[");
        String[] names = {
            IMAGE,
            "max-registry:5000/mxuser/recon:2026-11-with-a-long-name-of-its-own",
            "max-registry:5000/maxwell/base:1",
            "docker.io/library/python:3.12-slim-bookworm"
        };
        for (int i = 0; i < names.length; i++) {
            String id = "sha256:" + String.valueOf(i + 1).repeat(64);
            all.append(i == 0 ? "" : ",")
                    .append("{\"Id\":\"" + id + "\",\"RepoTags\":[\"" + names[i] + "\"],\"RepoDigests\":"
                            + (i == 1
                                    ? "null"
                                    : "[\"" + names[i].substring(0, names[i].lastIndexOf(':')) + "@" + id + "\"]")
                            + ",\"Size\":" + 123456789L * (i * i * i + 1) + ",\"Created\":" + (1790000000 + i * 86400)
                            + "}");
        }
        return all + "]";
    }

    private static String containers() {
        return "[{\"Id\":\"c1" + "0".repeat(62) + "\",\"Names\":[\"/maxdock-mxuser-4711\"],"
                + "\"Image\":\"" + IMAGE + "\",\"ImageID\":\"sha256:" + "1".repeat(64) + "\","
                + "\"State\":\"running\",\"Status\":\"Up 2 hours\",\"Created\":1795000000,"
                + "\"Labels\":{\"maxdock.user\":\"tester\"},\"Ports\":[{\"IP\":\"0.0.0.0\",\"PrivatePort\":8888,"
                + "\"PublicPort\":8888,\"Type\":\"tcp\"}],\"Mounts\":[{\"Source\":\"/asap3/petra3/gpfs/p11/2019/data\","
                + "\"Destination\":\"/data\"}]},"
                + "{\"Id\":\"c2" + "0".repeat(62) + "\",\"Names\":[\"/jovial_curie\"],"
                + "\"Image\":\"docker.io/library/python:3.12-slim-bookworm\",\"ImageID\":\"sha256:" + "4".repeat(64)
                + "\",\"State\":\"exited\",\"Status\":\"Exited (137) 3 days ago\",\"Created\":1794000000,"
                + "\"Labels\":{},\"Ports\":[],\"Mounts\":[]}]";
    }

    private static void sinfo(FailingServer server) throws IOException {
        String partitions = String.join(SEP, "maxcpu*", "up", "all", "14-00:00:00", "1-00:00:00", "mixed", "2") + "\n"
                + String.join(SEP, "maxgpu", "up", "all", "7-00:00:00", "4:00:00", "idle", "1") + "\n"
                + String.join(SEP, "ps", "up", "psusers", "infinite", "1-00:00:00", "allocated", "4") + "\n";
        String nodes = String.join(SEP, "max-wn001", "maxcpu", "mixed", "64", "512000", "V4,Gold-6140", "(null)") + "\n"
                + String.join(SEP, "max-wn002", "maxcpu", "idle", "64", "512000", "V4,Gold-6140", "(null)") + "\n"
                + String.join(SEP, "max-gpu01", "maxgpu", "idle", "40", "384000", "A100", "gpu:a100:4") + "\n"
                + String.join(SEP, "max-wn003", "ps", "drained*", "64", "512000", "V4", "(null)") + "\n";
        script(
                server,
                "sinfo",
                "case \"$*\" in *--version*) echo slurm 23.11.5;; *%c*) cat <<'X'\n" + nodes
                        + "X\n;; *-N*) cut -d'" + SEP + "' -f1-3 <<'X'\n" + nodes + "X\n;; *) cat <<'X'\n" + partitions
                        + "X\n;; esac\n");
    }

    private static void squeue(FailingServer server) throws IOException {
        String lines = "4711|RUNNING|maxcpu|1|max-wn001|1:02:03|8:00:00|" + LEFT + "1|tester|6:57:57|"
                + "2026-11-30T10:00:00|100|4711|recon\n"
                + "4712|PENDING|maxgpu|2|(Resources)|0:00|1-00:00:00|" + LEFT + "2|tester|1-00:00:00|"
                + "N/A|90|4712|training with a long name of a job that goes on\n"
                + "4713_2|RUNNING|maxcpu|1|max-wn002|0:10|1:00:00|(null)|tester|50:00|"
                + "2026-11-30T10:00:00|100|4714|scan\n";
        script(
                server,
                "squeue",
                "f=; prev=; for a; do [ \"$prev\" = -o ] && f=$a; prev=$a; done\n"
                        + "[ -n \"$f\" ] || exit 0\n"
                        + "while IFS='|' read -r i T P D R M l k u L S Q A j; do o=$f\n"
                        + "for v in i T P D R M l k u L S Q A j; do o=${o//%$v/${!v}}; done; printf '%s\\n' \"$o\"\n"
                        + "done <<'X'\n" + lines + "X\n");
    }

    /** Each job is an allocation of a client on this server that is no more. */
    private static void scontrol(FailingServer server) throws IOException {
        script(
                server,
                "scontrol",
                "case \"$*\" in *--version*) echo slurm 23.11.5;; *job*) id=${*: -1}\n"
                        + "echo \"JobId=$id JobState=RUNNING AllocNode:Sid=$(hostname -s):1 BatchFlag=0\";; esac\n");
    }

    private static void script(FailingServer server, String command, String body) throws IOException {
        Path file = server.home().resolveSibling("bin").resolve(command);
        Files.writeString(file, "#!/bin/bash\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
