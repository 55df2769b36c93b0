package org.maxdock.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.launch.Launch;
import org.maxdock.store.Site;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * That only what somebody signed is started: the site can demand it, a project of what is started from it, and a launch
 * by itself ({@link Launch#signedBy}). Who a signature is by, the lists of the user and of the site say
 * ({@link RecordSigner}).
 */
public final class SignatureDemands {

    private final RecordSigner signer;
    private final Site site;

    public SignatureDemands(RecordSigner signer, Site site) {
        this.signer = signer;
        this.site = site;
    }

    /** Who must have signed what a launch starts. */
    public List<String> names(Launch launch) {
        return Stream.concat(site.signedBy().stream(), launch.signedBy().stream())
                .distinct()
                .toList();
    }

    /**
     * A signature by each of them under the record, for nodes to hold what they have against.
     *
     * @throws Trouble where one is missing
     */
    public List<RecordSignature> met(Launch launch, ImageRecord record) throws Trouble {
        List<String> names = names(launch);
        if (names.isEmpty()) {
            return List.of();
        }
        List<RecordSigner.Checked> checked = signer.check(record);
        List<RecordSignature> met = new ArrayList<>();
        for (String name : names) {
            met.add(by(name, record, checked)
                    .orElseThrow(() -> new Trouble(
                            TroubleKind.SIGNATURE_DEMANDED,
                            record.reference(),
                            name,
                            signer.lists().stream().map(String::valueOf).collect(Collectors.joining(", ")))));
        }
        return met;
    }

    private static Optional<RecordSignature> by(String name, ImageRecord record, List<RecordSigner.Checked> checked) {
        for (int i = 0; i < checked.size(); i++) {
            if (checked.get(i).standing() == RecordSigner.Standing.GOOD
                    && checked.get(i).signer().equals(name)) {
                return Optional.of(
                        new RecordSignature(name, record.signatures().get(i).signature()));
            }
        }
        return Optional.empty();
    }

    /**
     * The same without a check, which takes a while: those that say they are by these, and empty ones for those that
     * are missing. For a script to look at.
     */
    public List<RecordSignature> claimed(Launch launch, ImageRecord record) {
        return names(launch).stream()
                .map(name -> record.signatures().stream()
                        .filter(s -> s.signer().equals(name))
                        .findFirst()
                        .orElse(new RecordSignature(name, "")))
                .toList();
    }
}
