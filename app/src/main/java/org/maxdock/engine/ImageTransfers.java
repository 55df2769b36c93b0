package org.maxdock.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.PushResponseItem;
import com.github.dockerjava.api.model.ResponseItem;
import org.maxdock.host.Cancellation;
import org.maxdock.registry.Credentials;
import org.maxdock.registry.Registries;
import org.maxdock.text.Trouble;

/** Has an engine bring images from registries and to them. */
public final class ImageTransfers {

    private final DockerClient docker;
    private final Registries registries;

    ImageTransfers(DockerClient docker, Registries registries) {
        this.docker = docker;
        this.registries = registries;
    }

    /** Pulls an image by tag or digest, with the host's credentials. */
    public void pull(String reference, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        pull(reference, "", listener, cancellation);
    }

    /** The same for a platform such as linux/arm64; empty for the engine's own. */
    public void pull(String reference, String platform, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        Failure failure = new Failure();
        StreamedAnswer<PullResponseItem> finish = new StreamedAnswer<>() {
            @Override
            public void onNext(PullResponseItem item) {
                report(item, listener, failure);
            }
        };
        EngineTrouble.ask(() -> {
            PullImageCmd command = docker.pullImageCmd(withTag(reference)).withAuthConfig(credentials(reference));
            return (platform.isEmpty() ? command : command.withPlatform(platform)).exec(finish);
        });
        finish.await(cancellation);
        failure.raise();
    }

    /**
     * Pushes one image to the registry its name begins with, with the host's credentials. Without a tag it is `latest`,
     * as for `docker push`; the engine would push all that are there.
     */
    public void push(String reference, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        Failure failure = new Failure();
        StreamedAnswer<PushResponseItem> finish = new StreamedAnswer<>() {
            @Override
            public void onNext(PushResponseItem item) {
                report(item, listener, failure);
            }
        };
        String named = withTag(EngineNames.image(reference));
        int tag = named.lastIndexOf(':');
        EngineTrouble.ask(() -> docker.pushImageCmd(named.substring(0, tag))
                .withTag(named.substring(tag + 1))
                .withAuthConfig(credentials(reference))
                .exec(finish));
        finish.await(cancellation);
        failure.raise();
    }

    private AuthConfig credentials(String reference) {
        try {
            Credentials kept = registries.credentialsFor(reference);
            AuthConfig auth = new AuthConfig();
            if (!kept.identityToken().isEmpty()) {
                return auth.withRegistryAddress(kept.registry()).withIdentityToken(kept.identityToken());
            }
            return kept.none()
                    ? auth
                    : auth.withRegistryAddress(kept.registry())
                            .withUsername(kept.user())
                            .withPassword(kept.secret());
        } catch (Trouble e) {
            throw new EngineHttpClient.Unreachable(e);
        }
    }

    /** A reference without a tag means `latest`, as for `docker pull`; the engine would take it for all tags. */
    private static String withTag(String reference) {
        boolean named = reference.contains("@") || reference.lastIndexOf(':') > reference.lastIndexOf('/');
        return named ? reference : reference + ":latest";
    }

    static void report(ResponseItem item, Progress.Listener listener, Failure failure) {
        if (item.getErrorDetail() != null) {
            failure.set(item.getErrorDetail().getMessage());
        }
        long current =
                item.getProgressDetail() == null || item.getProgressDetail().getCurrent() == null
                        ? 0
                        : item.getProgressDetail().getCurrent();
        long total =
                item.getProgressDetail() == null || item.getProgressDetail().getTotal() == null
                        ? 0
                        : item.getProgressDetail().getTotal();
        String text =
                item.getStream() != null ? item.getStream() : item.getStatus() == null ? "" : item.getStatus() + "\n";
        listener.report(new Progress(item.getId() == null ? "" : item.getId(), text, current, total));
    }
}
