package org.maxdock.operation;

import java.util.Optional;
import org.maxdock.slurm.JobId;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/** Where the engine is that is worked with; SLURM is asked on the workgroup server in any case. */
public sealed interface EnginePlace {

    /** On the workgroup server. */
    record OnServer() implements EnginePlace {
        @Override
        public String toString() {
            return "server";
        }
    }

    /** On this machine. */
    record Here() implements EnginePlace {
        @Override
        public String toString() {
            return "here";
        }
    }

    /**
     * On the first node of a job of the user's.
     *
     * @param job empty for the node that was taken last
     */
    record OnNode(Optional<JobId> job) implements EnginePlace {
        @Override
        public String toString() {
            return job.map(j -> "node:" + j).orElse("node");
        }
    }

    /**
     * As it is written: server, here, node, node:JOB.
     *
     * @throws InvalidValue for anything else
     */
    static EnginePlace parse(String text) {
        return switch (text) {
            case "server" -> new OnServer();
            case "here" -> new Here();
            case "node" -> new OnNode(Optional.empty());
            default -> {
                if (!text.startsWith("node:")) {
                    throw new InvalidValue(TroubleKind.BAD_ARGUMENT, "--engine", Valid.shown(text));
                }
                yield new OnNode(Optional.of(new JobId(text.substring("node:".length()))));
            }
        };
    }
}
