package org.maxdock.launch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maxdock.host.shell.Shell;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.text.Printable;

/**
 * That what a node has is what somebody signed, where that is demanded: the signature is checked there, against the
 * record's beginning and the content of the image that is about to run (ssh-keygen(1), -Y check-novalidate). Whose the
 * signature is was found out before, by the lists of the user and the site.
 */
final class SignatureSteps {

    private SignatureSteps() {}

    /** Lines of bash, where {@code here} is the content; none where nothing is demanded. */
    static String text(LaunchPlan plan) {
        List<RecordSignature> demanded = plan.demanded();
        if (demanded.isEmpty()) {
            return "";
        }
        Optional<RecordSignature> missing =
                demanded.stream().filter(s -> s.signature().isBlank()).findFirst();
        if (missing.isPresent()) {
            return "stop \"nothing starts: $image must be signed, and is not, by\" "
                    + Shell.quoteForBash(missing.get().signer()) + "\n";
        }
        String names =
                Printable.line(demanded.stream().map(RecordSignature::signer).collect(Collectors.joining(" and ")));
        String signatures = demanded.stream()
                .map(s -> Shell.quoteForBash(s.signature().strip()))
                .collect(Collectors.joining(" "));
        return """
                # what is here is what %s signed; what stands before it in the record was signed with it
                record=%s
                signatures=(%s)
                for signature in "${signatures[@]}"; do
                  ssh-keygen -Y check-novalidate -n %s -s <(printf '%%s\\n' "$signature") \\
                    <<<"$record$here" >/dev/null || stop "on $(uname -n), $image is not what was signed," \\
                    "or ssh-keygen is older than OpenSSH 8.1. Nothing was started."
                done
                """.formatted(
                names,
                ImageSteps.withoutBlanksAtLineEnds(new String(plan.record().statementHead(), StandardCharsets.UTF_8)),
                signatures,
                RecordSignature.NAMESPACE);
    }
}
