package org.maxdock.image.identity;

import java.util.List;
import java.util.regex.Pattern;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Printable;
import org.maxdock.text.Valid;

/**
 * Somebody's signature under a record.
 *
 * @param signer whose it claims to be; only a check against the allowed signers tells
 * @param signature an SSH signature, armored (openssh PROTOCOL.sshsig)
 */
public record RecordSignature(String signer, String signature) {

    /** What a signature is for, so that none made for something else counts (openssh PROTOCOL.sshsig). */
    public static final String NAMESPACE = "image-record@maxdock";

    private static final int MOST_NAMES = 100;
    /** One principal of a list of allowed signers (ssh-keygen(1), ALLOWED SIGNERS), and no pattern of several. */
    private static final Pattern NAME = Pattern.compile("[^\\s,\"#*?!\\p{Cntrl}][^\\s,\"*?!\\p{Cntrl}]*");

    /** @throws InvalidValue where the one is no line, or either is far too long */
    public RecordSignature {
        signer = Valid.line("signer", signer, Valid.LONG);
        signature = Valid.text("signature", signature, Valid.LONG);
    }

    /** Whether it can be the name of one signer. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches() && !Printable.hides(text);
    }

    /**
     * Names of signers.
     *
     * @throws InvalidValue where one is no name
     */
    public static List<String> names(String what, List<String> given) {
        List<String> names = Valid.list(what, given, MOST_NAMES);
        names.forEach(name -> Valid.matching(what, Valid.name(what, name, Valid.LONG), NAME, Valid.LONG));
        return names;
    }
}
