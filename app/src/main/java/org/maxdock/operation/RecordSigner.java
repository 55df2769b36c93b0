package org.maxdock.operation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.store.EditableProject;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Signs records with the SSH key that the user has, and checks signatures against a list of allowed signers:
 * ssh-keygen(1), -Y sign and -Y verify, on the machine that MaxDock runs on, where the key or its agent is.
 */
public final class RecordSigner {

    /** What a signature is for, so that none made for something else counts (openssh PROTOCOL.sshsig). */
    static final String NAMESPACE = "image-record@maxdock";

    static final String ALLOWED = "allowed_signers";

    private static final String SIGN = "ssh-keygen -Y sign -f \"$1\" -n \"$2\"";
    private static final String VERIFY = """
            who=$(ssh-keygen -Y find-principals -f "$1" -s <(printf %s "$3")) || exit 4
            who=$(head -n 1 <<<"$who")
            ssh-keygen -Y verify -f "$1" -I "$who" -n "$2" -s <(printf %s "$3") >/dev/null || exit 5
            printf %s "$who\"""";
    private static final int UNKNOWN = 4;

    private final Host machine;
    private final Path home;

    /** @param machine the one that MaxDock runs on */
    public RecordSigner(Host machine, Path home) {
        this.machine = machine;
        this.home = home;
    }

    /** How a signature stands. */
    public enum Standing {
        /** Made for this record by somebody who is allowed to. */
        GOOD,
        /** By a key that is not among the allowed signers. */
        UNKNOWN,
        /** Not for this record. */
        BAD
    }

    /**
     * A signature that was checked.
     *
     * @param signer who signed, by the list of allowed signers; for others whom it claims to be from
     */
    public record Checked(String signer, Standing standing) {}

    /** The keys that ssh would use, by their files: the first of ssh(1)'s default ones that is there. */
    public Path defaultKey() throws Trouble {
        for (String name : List.of("id_ed25519", "id_ecdsa", "id_rsa")) {
            Path key = home.resolve(".ssh").resolve(name);
            if (Files.exists(key)) {
                return key;
            }
        }
        throw new Trouble(TroubleKind.NO_SIGNING_KEY, home.resolve(".ssh"));
    }

    /** Signs a record. A key with a passphrase must be in the agent. */
    public ImageRecord sign(ImageRecord record, Path key, String signer) throws Trouble {
        Output output =
                machine.run(Command.script(SIGN, key.toString(), NAMESPACE).withInput(record.statement()));
        if (!output.ok() || !output.text().startsWith("-----BEGIN SSH SIGNATURE-----")) {
            throw new Trouble(TroubleKind.NOT_SIGNED, key, output.lastError());
        }
        return record.withSignature(new RecordSignature(signer, output.text()));
    }

    /**
     * Where the allowed signers are listed: beside the project's file, so that a group shares it, else in the user's
     * ~/.ssh.
     */
    public Path allowedSigners(EditableProject project) {
        Path own = project.folder().resolve(ALLOWED);
        return Files.exists(own) ? own : home.resolve(".ssh").resolve(ALLOWED);
    }

    /** Checks all signatures of a record. */
    public List<Checked> check(ImageRecord record, EditableProject project) throws Trouble {
        Path allowed = allowedSigners(project);
        List<Checked> all = new ArrayList<>();
        for (RecordSignature signature : record.signatures()) {
            if (!Files.exists(allowed)) {
                all.add(new Checked(signature.signer(), Standing.UNKNOWN));
                continue;
            }
            Output output = machine.run(Command.script(VERIFY, allowed.toString(), NAMESPACE, signature.signature())
                    .withInput(record.statement()));
            all.add(
                    output.ok()
                            ? new Checked(output.text(), Standing.GOOD)
                            : new Checked(
                                    signature.signer(), output.status() == UNKNOWN ? Standing.UNKNOWN : Standing.BAD));
        }
        return all;
    }
}
