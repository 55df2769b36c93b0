package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.MountCheck;
import org.maxdock.mount.MountVerdict;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** What the engine will say to the mappings. */
final class MountsCheck implements LaunchCheck {

    private final MountCheck mounts;
    private final LoginEnvironment environment;
    private final boolean ownNamespaces;

    /** @param ownNamespaces whether engines of the site give containers a user namespace of their own */
    MountsCheck(MountCheck mounts, LoginEnvironment environment, boolean ownNamespaces) {
        this.mounts = mounts;
        this.environment = environment;
        this.ownNamespaces = ownNamespaces;
    }

    @Override
    public String subject() {
        return "mounts";
    }

    @Override
    public List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record) throws Trouble {
        SiteCall call = SiteCall.of(launch);
        if (launch.mounts().isEmpty() && !SiteCall.isBySite(launch)) {
            return List.of(PreflightCheck.ok("mounts", Message.of("check.mounts.none")));
        }
        List<PreflightCheck> checks = new ArrayList<>();
        for (CheckedMapping checked :
                mounts.predict(call.mounts(), call.circumstances(launch.mode(), environment, ownNamespaces))) {
            if (!checked.verdict().holds()) {
                Message mend = checked.verdict()
                        .suggestion()
                        .map(m -> Message.of("mount.mend", m.host(), m.container(), m.path()))
                        .orElse(Message.of("check.mounts.change"));
                checks.add(PreflightCheck.fails("mounts", checked.verdict().reason(), mend));
            } else if (checked.verdict() instanceof MountVerdict.Ok ok && ok.warns()) {
                checks.add(PreflightCheck.note("mounts", ok.reason()));
            }
        }
        int mapped = launch.mounts().size(); // the folder that the site's script is called in is not among them
        return checks.isEmpty()
                ? List.of(PreflightCheck.ok(
                        "mounts",
                        mapped == 0 ? Message.of("check.mounts.none") : Message.of("check.mounts.all", mapped)))
                : checks;
    }
}
