package org.maxdock.operation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.store.EditableProject;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Signs records with the SSH key that the user has, and checks signatures against lists of allowed signers:
 * ssh-keygen(1), -Y sign and -Y verify, on the machine that MaxDock runs on, where the key or its agent is. Who is
 * trusted is said by the user and by the site, and never by the project's folder, whose records are judged.
 */
public final class RecordSigner {

    /** The usual name of a list (ssh-keygen(1), ALLOWED SIGNERS). */
    public static final String ALLOWED = "allowed_signers";

    private static final String SIGN = "ssh-keygen -Y sign -f \"$1\" -n \"$2\"";
    /**
     * Prints who may have made a signature, by a list: only -Y verify tells whether one of them did. find-principals
     * looks no further than the first line with the key (openssh PROTOCOL.sshsig says where a signature has that), so
     * each such line is looked at.
     */
    private static final String CANDIDATES = """
            names() { ssh-keygen -Y find-principals -f "$1" -s <(printf %s "$2"); }
            blob() { sed '/^-/d' <<<"$1" | base64 --decode 2>/dev/null; }
            names "$1" "$2" || exit
            read -r _ b c d < <(blob "$2" | od -An -tu1 -j10 -N4)
            key=$(blob "$2" | tail -c +15 | head -c $((b << 16 | c << 8 | d)) | base64 --wrap=0)
            grep -F -e "$key" -- "$1" | head -n "$3" |
              while IFS= read -r line; do names <(printf '%s\\n' "$line") "$2"; done
            true""";

    private static final String VERIFY_AS =
            "ssh-keygen -Y verify -f \"$1\" -I \"$2\" -n \"$3\" -s <(printf %s \"$4\") >/dev/null";
    /** Of each list. */
    private static final int MOST_CANDIDATES = 50;

    private final Host machine;
    private final Path home;
    private final List<Path> lists;

    /**
     * @param machine the one that MaxDock runs on
     * @param ofSite the site's list, which is asked after the user's own
     */
    public RecordSigner(Host machine, Path home, Optional<String> ofSite) {
        this.machine = machine;
        this.home = home;
        this.lists = Stream.concat(Stream.of(home.resolve(".ssh").resolve(ALLOWED)), ofSite.map(Path::of).stream())
                .toList();
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
     * @param list that knows the signer; empty where none does
     */
    public record Checked(String signer, Standing standing, Optional<Path> list) {}

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
        Output output = machine.run(
                Command.script(SIGN, key.toString(), RecordSignature.NAMESPACE).withInput(record.statement()));
        if (!output.ok() || !output.text().startsWith("-----BEGIN SSH SIGNATURE-----")) {
            throw new Trouble(TroubleKind.NOT_SIGNED, key, output.lastError());
        }
        return record.withSignature(new RecordSignature(signer, output.text()));
    }

    /** Where the allowed signers are listed: the user's own list, then the site's, whether or not they are there. */
    public List<Path> lists() {
        return lists;
    }

    /** A list that lies beside the project's file: it came with what it would judge, and is not believed. */
    public static Optional<Path> besideProject(EditableProject project) {
        return Optional.of(project.folder().resolve(ALLOWED)).filter(Files::exists);
    }

    /** Checks all signatures of a record. */
    public List<Checked> check(ImageRecord record) throws Trouble {
        List<Checked> all = new ArrayList<>();
        for (RecordSignature signature : record.signatures()) {
            all.add(check(record, signature));
        }
        return all;
    }

    /**
     * A signature under a record that is by that one: who has several names in a list is each of them, and a name may
     * have several keys.
     */
    public Optional<RecordSignature> by(String name, ImageRecord record) throws Trouble {
        for (Path list : lists) {
            for (RecordSignature signature : Files.exists(list) ? record.signatures() : List.<RecordSignature>of()) {
                if (isBy(name, list, record, signature)) {
                    return Optional.of(new RecordSignature(name, signature.signature()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whom it claims to be from is asked for first, then all whom the lists know by that key: one of them may be for
     * another purpose or another time, or be a pattern, of which the name that matches it is the signer.
     */
    private Checked check(ImageRecord record, RecordSignature signature) throws Trouble {
        Optional<Path> known = Optional.empty();
        for (Path list : lists) {
            List<String> candidates = Files.exists(list) ? candidates(list, signature) : List.of();
            known = known.or(() -> candidates.isEmpty() ? Optional.empty() : Optional.of(list));
            for (String name : candidates) {
                if (isBy(name, list, record, signature)) {
                    return new Checked(name, Standing.GOOD, Optional.of(list));
                }
            }
        }
        return new Checked(signature.signer(), known.isPresent() ? Standing.BAD : Standing.UNKNOWN, known);
    }

    /** Names of a list that may be the signer's, the claimed one first; none where the list does not have the key. */
    private List<String> candidates(Path list, RecordSignature signature) throws Trouble {
        Output found = machine.run(
                Command.script(CANDIDATES, list.toString(), signature.signature(), String.valueOf(MOST_CANDIDATES)));
        return !found.ok()
                ? List.of()
                : Stream.concat(
                                Stream.of(signature.signer()).filter(RecordSignature::isName),
                                found.text().lines().filter(name -> !name.isBlank() && !name.startsWith("!")))
                        .distinct()
                        .limit(MOST_CANDIDATES)
                        .toList();
    }

    private boolean isBy(String name, Path list, ImageRecord record, RecordSignature signature) throws Trouble {
        Command verify =
                Command.script(VERIFY_AS, list.toString(), name, RecordSignature.NAMESPACE, signature.signature());
        return machine.run(verify.withInput(record.statement())).ok();
    }
}
