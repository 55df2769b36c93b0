package org.maxdock.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.model.BuildResponseItem;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.maxdock.host.Cancellation;
import org.maxdock.registry.Proxies;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Builds images from a context, with the proxies that docker's own client would have them built with. */
public final class Builder {

    private final DockerClient docker;
    private final ProxySource proxies;

    Builder(DockerClient docker, ProxySource proxies) {
        this.docker = docker;
        this.proxies = proxies;
    }

    /** Where the proxies stand. */
    interface ProxySource {
        Proxies read() throws Trouble;
    }

    /**
     * Builds an image. Cancelling, or a lost connection, ends the build in the engine.
     *
     * @param context a tar archive; read to its end and closed
     * @param dockerfile path of the Dockerfile in the context
     * @return the image's ID
     */
    public String build(
            InputStream context,
            String dockerfile,
            String tag,
            BuildOptions options,
            Progress.Listener listener,
            Cancellation cancellation)
            throws Trouble {
        Failure failure = new Failure();
        AtomicReference<String> built = new AtomicReference<>();
        StreamedAnswer<BuildResponseItem> finish = new StreamedAnswer<>() {
            @Override
            public void onNext(BuildResponseItem item) {
                if (item.getImageId() != null) {
                    built.set(item.getImageId());
                }
                ImageTransfers.report(item, listener, failure);
            }
        };
        BuildImageCmd command = docker.buildImageCmd(context)
                .withDockerfilePath(dockerfile)
                .withTags(Set.of(tag))
                .withNoCache(options.noCache())
                .withPull(options.pull())
                .withForcerm(true);
        if (!options.sources().cacheFrom().isEmpty()) {
            command.withCacheFrom(Set.copyOf(options.sources().cacheFrom()));
        }
        arguments(options, listener).forEach(command::withBuildArg);
        if (!options.labels().isEmpty()) {
            command.withLabels(options.labels());
        }
        if (!options.target().isEmpty()) {
            command.withTarget(options.target());
        }
        if (!options.platform().isEmpty()) {
            command.withPlatform(options.platform());
        }
        try {
            command.exec(finish);
        } catch (RuntimeException e) {
            throw EngineTrouble.of(e);
        }
        finish.await(cancellation);
        failure.raise();
        if (built.get() == null) {
            throw new Trouble(TroubleKind.BUILD_CUT, tag);
        }
        return built.get();
    }

    /** As docker's client has it, a configuration that cannot be read is told, and it is built without it. */
    private Map<String, String> arguments(BuildOptions options, Progress.Listener listener) {
        try {
            return proxies.read().with(options.arguments());
        } catch (Trouble e) {
            listener.report(Progress.of(Message.of("build.log.no-proxies")));
            System.getLogger(Builder.class.getName()).log(System.Logger.Level.DEBUG, "no proxies", e);
            return options.arguments();
        }
    }
}
