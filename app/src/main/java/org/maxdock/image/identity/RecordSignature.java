package org.maxdock.image.identity;

/**
 * Somebody's signature under a record.
 *
 * @param signer whose it claims to be; only a check against the allowed signers tells
 * @param signature an SSH signature, armored (openssh PROTOCOL.sshsig)
 */
public record RecordSignature(String signer, String signature) {}
