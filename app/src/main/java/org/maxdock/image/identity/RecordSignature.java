package org.maxdock.image.identity;

import org.maxdock.text.InvalidValue;
import org.maxdock.text.Valid;

/**
 * Somebody's signature under a record.
 *
 * @param signer whose it claims to be; only a check against the allowed signers tells
 * @param signature an SSH signature, armored (openssh PROTOCOL.sshsig)
 */
public record RecordSignature(String signer, String signature) {

    /** @throws InvalidValue where the one is no line, or either is far too long */
    public RecordSignature {
        signer = Valid.line("signer", signer, Valid.LONG);
        signature = Valid.text("signature", signature, Valid.LONG);
    }
}
