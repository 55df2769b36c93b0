package org.maxdock.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.function.Consumer;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;

/**
 * The streams of an engine's containers: commands run in them, what their own process reads and writes, what happens to
 * them.
 */
public final class Containers {

    private final DockerClient docker;

    Containers(DockerClient docker) {
        this.docker = docker;
    }

    /**
     * Runs a command in a running container, as a user ({@code uid:gid}; empty for the container's own), to its end.
     */
    public Output exec(String container, String user, InputStream input, Cancellation cancellation, String... command)
            throws Trouble {
        Collected collected = new Collected();
        try {
            var create = docker.execCreateCmd(EngineNames.container(container))
                    .withCmd(command)
                    .withAttachStdin(true)
                    .withAttachStdout(true)
                    .withAttachStderr(true);
            String id = (user.isEmpty() ? create : create.withUser(user)).exec().getId();
            docker.execStartCmd(id).withStdIn(input).exec(collected);
            collected.await(cancellation);
            Long status = docker.inspectExecCmd(id).exec().getExitCodeLong();
            return collected.output(status == null ? 255 : status.intValue());
        } catch (RuntimeException e) {
            throw EngineTrouble.of(e);
        }
    }

    /** Joins the input and output of a container's own process until it ends or this is cancelled. */
    public Output attach(String container, InputStream input, Cancellation cancellation) throws Trouble {
        Collected collected = new Collected();
        try {
            docker.attachContainerCmd(EngineNames.container(container))
                    .withStdIn(input)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withFollowStream(true)
                    .withLogs(true)
                    .exec(collected);
        } catch (RuntimeException e) {
            throw EngineTrouble.of(e);
        }
        collected.await(cancellation);
        return collected.output(0);
    }

    /** Tells what happens in the engine from now on, until cancelled or until the engine ends. */
    public void events(Consumer<EngineEvent> listener, Cancellation cancellation) throws Trouble {
        StreamedAnswer<Event> finish = new StreamedAnswer<>() {
            @Override
            public void onNext(Event event) {
                listener.accept(EngineEvent.of(event));
            }
        };
        try {
            docker.eventsCmd().exec(finish);
        } catch (RuntimeException e) {
            throw EngineTrouble.of(e);
        }
        try {
            finish.await(cancellation);
        } catch (Trouble e) {
            if (!cancellation.isCancelled()) {
                throw e;
            }
        }
    }

    private static final class Collected extends StreamedAnswer<Frame> {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();

        @Override
        public void onNext(Frame frame) {
            (frame.getStreamType() == StreamType.STDERR ? err : out).writeBytes(frame.getPayload());
        }

        Output output(int status) {
            return new Output(status, out.toByteArray(), err.toByteArray());
        }
    }
}
