package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.image.Images;
import org.maxdock.image.identity.DifferenceText;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** Whether the recorded image is there, or can be fetched. */
final class ImageCheck implements LaunchCheck {

    private final Images images;
    private final LoginEnvironment environment;

    /** @param images null where the workgroup server has no engine: then the node alone can tell */
    ImageCheck(Images images, LoginEnvironment environment) {
        this.images = images;
        this.environment = environment;
    }

    @Override
    public String subject() {
        return "image";
    }

    @Override
    public List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record) throws Trouble {
        if (record.isEmpty()) {
            return List.of(PreflightCheck.fails(
                    "image",
                    Message.of("check.image.not-recorded", launch.image()),
                    Message.of("check.image.record-it", launch.image())));
        }
        List<PreflightCheck> checks = new ArrayList<>();
        if (images == null && launch.place().isServer()) {
            return List.of(); // which is told of the place
        }
        if (images == null) {
            checks.add(PreflightCheck.note("image", Message.of("check.image.on-node-only")));
        } else {
            checks.add(
                    switch (images.verify(record.get())) {
                        case ImageVerdict.Same same ->
                            PreflightCheck.ok("image", Message.of("check.image.same", environment.hostName()));
                        case ImageVerdict.SameContent same ->
                            PreflightCheck.ok("image", Message.of("check.image.same-content", environment.hostName()));
                        case ImageVerdict.Different different ->
                            PreflightCheck.fails(
                                    "image",
                                    Message.of(
                                            "check.image.different",
                                            environment.hostName(),
                                            DifferenceText.named(
                                                    different.differences().getFirst())),
                                    Message.of("check.image.mend-different"));
                        case ImageVerdict.Missing missing ->
                            PreflightCheck.note("image", Message.of("check.image.missing", environment.hostName()));
                    });
        }
        checks.add(fetchable(record.get()));
        return checks;
    }

    private static PreflightCheck fetchable(ImageRecord record) {
        if (record.identity().pullName(record.reference()).isPresent()) {
            return PreflightCheck.ok("node-cache", Message.of("check.node-cache.pull"));
        }
        if (record.tarball().isPresent()) {
            return PreflightCheck.ok(
                    "node-cache",
                    Message.of("check.node-cache.load", record.tarball().get().path()));
        }
        return PreflightCheck.fails(
                "node-cache", Message.of("check.node-cache.nowhere"), Message.of("check.node-cache.push-or-save"));
    }
}
