package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.mount.ContainerConditions;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/**
 * Whether the site's script of a run mode can do the launch: it is there with all that it calls, and takes nothing
 * apart that could not go in by file ({@link SiteWords}). What it lacks is a note: the same is done by plain docker.
 */
final class SiteCheck implements LaunchCheck {

    private final SiteScripts scripts;
    private final LoginEnvironment environment;

    SiteCheck(SiteScripts scripts, LoginEnvironment environment) {
        this.scripts = scripts;
        this.environment = environment;
    }

    @Override
    public String subject() {
        return "site";
    }

    @Override
    public List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record) throws Trouble {
        if (!SiteCall.isBySite(launch)) {
            return List.of();
        }
        String script = launch.mode().word();
        List<String> lacks = scripts.lacks(launch.mode()).stream()
                .filter(what -> !what.equals("docker")) // taken off servers, and yet on nodes
                .toList();
        if (!lacks.isEmpty()) {
            return List.of(PreflightCheck.note(
                    "site", Message.of("check.site.lacks", environment.hostName(), String.join(", ", lacks), script)));
        }
        Optional<Mapping> readOnly = launch.mounts().stream()
                .filter(m -> m.readOnly() && m.container().equals(ContainerConditions.DOCKER_PWD))
                .findFirst();
        if (readOnly.isPresent()) {
            return List.of(PreflightCheck.fails(
                    "site",
                    Message.of("check.site.writable", script, readOnly.get().host()),
                    Message.of("check.site.other-place")));
        }
        return List.of(takenApart(launch)
                .map(word -> PreflightCheck.fails(
                        "site", Message.of("check.site.apart", script, word), Message.of("check.mode.choose-me")))
                .orElse(PreflightCheck.ok("site", Message.of("check.site.ok", script))));
    }

    /** The first word that has no way through. */
    private Optional<String> takenApart(Launch launch) {
        SiteCall call = SiteCall.of(launch);
        List<String> words = new ArrayList<>(launch.container().arguments());
        if (!launch.container().sharedMemory().isEmpty()) {
            words.add(launch.container().sharedMemory());
        }
        words.addAll(launch.container().ulimits());
        call.mounts().forEach(m -> words.add(m.container()));
        Stream<String> folder = launch.mode() == RunMode.DOCKERCLUSTER
                ? Stream.of(call.folder().orElse(environment.home()))
                : Stream.empty();
        return Stream.concat(words.stream(), folder)
                .filter(w -> !SiteWords.hasAWay(w))
                .findFirst();
    }
}
