package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.HostFiles;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** Free space as the file systems tell it, where something can be written. */
final class SpaceCheck implements LaunchCheck {

    private static final long LITTLE = 1_000_000_000;

    private final HostFiles files;
    private final LoginEnvironment environment;

    SpaceCheck(HostFiles files, LoginEnvironment environment) {
        this.files = files;
        this.environment = environment;
    }

    @Override
    public String subject() {
        return "space";
    }

    @Override
    public List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record) throws Trouble {
        List<String> written = new ArrayList<>(List.of(environment.home()));
        launch.mounts().stream().filter(m -> !m.readOnly()).forEach(m -> written.add(m.host()));
        return files.places(written).stream()
                .filter(p -> p.free() >= 0 && p.free() < LITTLE)
                .map(p ->
                        PreflightCheck.note("space", Message.of("check.space.little", p.path(), p.free() / 1_000_000)))
                .toList();
    }
}
