package org.maxdock.slurm;

import java.util.List;
import org.maxdock.fuzz.Fuzzed;

/** The readers of this room that get what others wrote. */
public final class SlurmParsers {

    /** As though somebody had guessed it. */
    private static final JobFormat GUESSED = new JobFormat("\u001f", "\u001e");

    private static final String JOB = String.join(
                    "\u001f",
                    "37_[3-9%2]",
                    "PENDING",
                    "maxcpu",
                    "2",
                    "max-wn[001-002]",
                    "0:00",
                    "1-00:00:00",
                    "(null)",
                    "me",
                    "INVALID",
                    "N/A",
                    "4294901700",
                    "37",
                    "a name")
            + "\u001e\n";

    private SlurmParsers() {}

    public static List<Fuzzed> all() {
        return List.of(
                Fuzzed.text("squeue's jobs", text -> JobLines.read(text, GUESSED), JOB, JOB + JOB),
                Fuzzed.text(
                        "sacct's jobs",
                        new EndedJobs("\u001f")::read,
                        "12\u001fCOMPLETED\u001f0:0\u001fp\u001fn\u001f00:01\u001fs\u001fe\u001fc\u001fname\u001f\n"),
                Fuzzed.text(
                        "sacct's usage",
                        text -> UsageFields.ofAccounts(text, new JobId("7")),
                        "7_1|60|60|00:01.000||cpu=1,mem=2G,node=1\n7_1.batch|60||00:01.000|900M|cpu=1\n",
                        "7|60|60|00:01.000|3.5G|cpu=1,mem=2G,node=1\n7_[3-9]|0|60|00:00:00||\n"),
                Fuzzed.text("sinfo's nodes", NodeLines::nodes, "max-wn001\u001fmaxcpu\u001fidle*\n"),
                Fuzzed.text(
                        "sinfo's partitions",
                        new NodeLines(List.of("g"))::partitions,
                        "maxcpu*\u001fup\u001fg\u001f1-00:00:00\u001fn/a\u001fmixed-\u001f12\n"),
                Fuzzed.text(
                        "what sinfo's nodes have",
                        NodeLines::shapes,
                        "max-wn001\u001fmaxcpu\u001fidle*\u001f4+\u001f2000\u001fP100\u001fgpu:2\n"),
                Fuzzed.text(
                        "nodes in short",
                        NodeNames::expand,
                        "max-wn[001-003,007],max-gpu1",
                        "a[1-2]b",
                        "x[0-999999999]"),
                Fuzzed.text("a time limit", SlurmTime::parse, "1-2:03:04", "90", "UNLIMITED"),
                Fuzzed.text(
                        "scontrol's fields",
                        ScontrolFields::all,
                        "JobId=7 JobName=a b StdOut=/x y/z Comment=A=b TRES=cpu=1 Reason:x=1"),
                Fuzzed.text(
                        "when a job would start",
                        text -> PlannedStart.read(text, "2026-01-02T03:04:05\n"),
                        "sbatch: Job 7 to start at 2026-01-02T03:04:05 using 8 processors on nodes n[1-2] in"
                                + " partition p"),
                Fuzzed.text("what a node has", GenericResource::ofNode, "gpu:a100:4(S:0-1),craynetwork:2", "(null)"),
                Fuzzed.text("SLURM's refusal", SlurmRefusal::explain, "sbatch: error: invalid partition specified: x"),
                Fuzzed.text("a job's number", JobId::read, "37_2", "12+1", "37_[3-9%2]"),
                Fuzzed.text("a node's name", NodeName::read, "max-wn001"),
                Fuzzed.text("a mark", Mark::read, Mark.fresh().text()),
                Fuzzed.text("a partition's name", PartitionName::read, "maxcpu"));
    }
}
