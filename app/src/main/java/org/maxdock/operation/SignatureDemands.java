package org.maxdock.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.launch.Launch;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.store.Site;
import org.maxdock.text.Message;
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
    private final Map<Asked, RecordSignature> found = new ConcurrentHashMap<>();

    private record Asked(String name, ImageRecord record) {}

    public SignatureDemands(RecordSigner signer, Site site) {
        this.signer = signer;
        this.site = site;
    }

    /** By whom anything that is started must be signed, whatever launch it is. */
    List<String> always(List<String> ofProject) {
        return Stream.concat(site.signedBy().stream(), ofProject.stream())
                .distinct()
                .toList();
    }

    private List<String> names(Launch launch, List<String> ofProject) {
        return Stream.of(site.signedBy(), ofProject, launch.signedBy())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /**
     * A signature by each of them under the record, for nodes to hold what they have against.
     *
     * @param ofProject who must have signed what the project starts
     * @throws Trouble where one is missing
     */
    public List<RecordSignature> met(Launch launch, ImageRecord record, List<String> ofProject) throws Trouble {
        List<RecordSignature> met = new ArrayList<>();
        for (String name : names(launch, ofProject)) {
            met.add(look(name, record).orElseThrow(() -> missing(name, record)));
        }
        return met;
    }

    private Optional<RecordSignature> look(String name, ImageRecord record) throws Trouble {
        Optional<RecordSignature> by = signer.by(name, record);
        found.remove(new Asked(name, record));
        by.ifPresent(signature -> found.put(new Asked(name, record), signature));
        return by;
    }

    private Trouble missing(String name, ImageRecord record) {
        return new Trouble(
                TroubleKind.SIGNATURE_DEMANDED,
                record.reference(),
                name,
                signer.lists().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** Whether each is there, as what could fail. */
    List<PreflightCheck> checks(Launch launch, ImageRecord record, List<String> ofProject) throws Trouble {
        List<PreflightCheck> checks = new ArrayList<>();
        for (String name : names(launch, ofProject)) {
            checks.add(
                    look(name, record).isPresent()
                            ? new PreflightCheck(
                                    Message.of("check.signature"),
                                    PreflightCheck.Outcome.OK,
                                    Message.of("check.signature.good", name),
                                    Optional.empty())
                            : PreflightCheck.of("signature", missing(name, record)));
        }
        return checks;
    }

    /**
     * The same signatures as they were found when somebody looked last, which takes a while; an empty one for each that
     * was not. For a script to be shown.
     */
    List<RecordSignature> known(Launch launch, ImageRecord record, List<String> ofProject) {
        return names(launch, ofProject).stream()
                .map(name -> found.getOrDefault(new Asked(name, record), new RecordSignature(name, "")))
                .toList();
    }
}
