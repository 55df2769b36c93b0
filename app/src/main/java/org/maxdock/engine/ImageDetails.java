package org.maxdock.engine;

import java.util.List;

/**
 * What an engine, or an archive that an engine wrote, says an image is made of.
 *
 * @param id the engine's image ID: the digest of the configuration in the classic store, of a manifest or an index in
 *     containerd's
 * @param config digest of the configuration; empty where the engine does not tell it
 * @param manifest digest of the manifest for this platform; empty where the engine does not tell it
 * @param repoDigests {@code repository@sha256:…}
 * @param layers diff IDs, lowest first
 * @param platform {@code os/architecture} or {@code os/architecture/variant}
 */
public record ImageDetails(
        String id,
        String config,
        String manifest,
        List<String> repoDigests,
        List<String> layers,
        String platform,
        RunConfiguration run) {}
