package org.maxdock.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.engine.Engine;
import org.maxdock.host.Host;
import org.maxdock.image.identity.Difference;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.registry.InRegistry;
import org.maxdock.registry.RegistryManifests;
import org.maxdock.text.Trouble;

/** What registries have under an image's names. */
final class RegistryNames {

    private final Engine engine;
    private final RegistryManifests manifests;

    RegistryNames(Host host, Engine engine) {
        this.engine = engine;
        this.manifests = new RegistryManifests(host, engine.insecureRegistries());
    }

    /**
     * The identity with the names that a registry confirms. An engine with containerd's store gives every image a repo
     * digest, pushed or not (tried with Docker 28.5); and where a name is that of an index, the manifest for this
     * platform is looked up.
     */
    Identity confirmed(Identity identity) throws Trouble {
        boolean asked = engine.info().containerdStore();
        List<String> names = new ArrayList<>();
        String manifest = identity.manifest();
        for (String name : identity.repoDigests()) {
            Optional<InRegistry> there = asked || manifest.isEmpty() ? ask(name) : Optional.empty();
            if (!asked || there.isPresent()) {
                names.add(name);
            }
            if (manifest.isEmpty() && there.isPresent()) {
                manifest = there.get().index()
                        ? manifests.ofIndex(name).getOrDefault(identity.platform(), "")
                        : there.get().digest();
            }
        }
        return identity.withRepoDigests(names).withManifest(manifest);
    }

    /** Empty also where the registry cannot be asked: then nothing is confirmed. */
    private Optional<InRegistry> ask(String name) {
        try {
            return engine.inRegistry(name);
        } catch (Trouble e) {
            System.getLogger(RegistryNames.class.getName())
                    .log(System.Logger.Level.DEBUG, "the registry does not tell of " + name, e);
            return Optional.empty();
        }
    }

    /**
     * A tag that has moved is another image, unless its configuration is the recorded one: then it was only packed
     * anew.
     */
    ImageVerdict verify(ImageRecord record) throws Trouble {
        Optional<InRegistry> there = engine.inRegistry(record.reference().toString());
        if (there.isEmpty()) {
            return new ImageVerdict.Missing();
        }
        Identity recorded = record.identity();
        String digest = there.get().digest();
        if (recorded.digests().contains(digest)) {
            return new ImageVerdict.Same(recorded);
        }
        String name = record.reference().repository() + "@" + digest;
        String manifest = there.get().index() ? manifests.ofIndex(name).getOrDefault(recorded.platform(), "") : digest;
        if (recorded.digests().contains(manifest)) {
            return new ImageVerdict.Same(recorded);
        }
        String config =
                manifest.isEmpty() ? "" : manifests.config(record.reference().repository() + "@" + manifest);
        if (!config.isEmpty() && config.equals(recorded.config())) {
            return new ImageVerdict.SameContent(recorded);
        }
        String was = recorded.pullName(record.reference())
                .map(n -> n.substring(n.indexOf('@') + 1))
                .orElse("");
        List<Difference> differences = new ArrayList<>(List.of(new Difference("registry digest", was, digest)));
        if (!config.isEmpty()) {
            differences.add(new Difference("config", recorded.config(), config));
        }
        return new ImageVerdict.Different(Identity.UNKNOWN, differences);
    }
}
