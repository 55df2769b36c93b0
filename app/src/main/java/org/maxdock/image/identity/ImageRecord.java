package org.maxdock.image.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * An image's identity, recorded.
 *
 * @param recordedAt an instant, ISO 8601
 * @param recordedOn the host whose engine had it
 * @param recordedBy the user there
 * @param source what it was built from, where that is known
 * @param signatures under its {@link #statement}
 * @param history what was recorded under this name before, latest first; these have no history of their own
 */
public record ImageRecord(
        ImageReference reference,
        Identity identity,
        String recordedAt,
        String recordedOn,
        String recordedBy,
        Optional<Tarball> tarball,
        Optional<Source> source,
        List<RecordSignature> signatures,
        List<ImageRecord> history) {

    /** Of signatures under a record, and of records before it. */
    private static final int MOST = 1_000;

    /**
     * A record comes from a file that others may have written: what becomes part of a script must be what it claims to
     * be.
     *
     * @throws InvalidValue where it is not
     */
    public ImageRecord {
        Valid.present("reference", reference);
        Valid.present("identity", identity);
        recordedAt = Valid.utf8Line("recordedAt", recordedAt, Valid.LONG);
        if (!isInstant(recordedAt)) {
            throw new InvalidValue(TroubleKind.BAD_ARGUMENT, "recordedAt", Valid.shown(recordedAt));
        }
        for (String name : List.of(identity.id(), identity.config(), identity.manifest(), identity.platform())) {
            Valid.utf8Line("identity", name, Valid.LONG);
        }
        identity.layers().forEach(layer -> Valid.utf8Line("layers", layer, Valid.LONG));
        String content = IdentityText.content(identity);
        if (content.indexOf('\0') >= 0) {
            throw new InvalidValue(TroubleKind.IMAGE_WITH_NUL, reference);
        }
        Valid.unicode("identity", content);
        recordedOn = Valid.text("recordedOn", recordedOn, Valid.LONG);
        recordedBy = Valid.text("recordedBy", recordedBy, Valid.LONG);
        tarball = Valid.optional(tarball);
        source = Valid.optional(source);
        signatures = Valid.list("signatures", signatures, MOST);
        history = Valid.list("history", history, MOST);
    }

    private static boolean isInstant(String text) {
        try {
            return !Instant.parse(text).equals(Instant.MIN);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** One just made. */
    public static ImageRecord of(ImageReference reference, Identity identity, Instant at, String host, String user) {
        return new ImageRecord(
                reference,
                identity,
                at.toString(),
                host,
                user,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    public ImageRecord withIdentity(Identity other) {
        return new ImageRecord(
                reference, other, recordedAt, recordedOn, recordedBy, tarball, source, signatures, history);
    }

    public ImageRecord withTarball(Tarball saved) {
        return new ImageRecord(
                reference,
                identity,
                recordedAt,
                recordedOn,
                recordedBy,
                Optional.of(saved),
                source,
                signatures,
                history);
    }

    public ImageRecord withSource(Optional<Source> from) {
        return new ImageRecord(
                reference,
                identity,
                recordedAt,
                recordedOn,
                recordedBy,
                tarball,
                from.or(() -> source),
                signatures,
                history);
    }

    public ImageRecord withSignature(RecordSignature signature) {
        List<RecordSignature> all = new ArrayList<>(signatures);
        all.removeIf(s -> s.signer().equals(signature.signer()));
        all.add(signature);
        return new ImageRecord(reference, identity, recordedAt, recordedOn, recordedBy, tarball, source, all, history);
    }

    private ImageRecord withHistory(List<ImageRecord> past) {
        return new ImageRecord(
                reference, identity, recordedAt, recordedOn, recordedBy, tarball, source, signatures, past);
    }

    /** Layers, run configuration and platform in one digest, hexadecimal. */
    public String content() {
        return IdentityText.digest(identity);
    }

    /**
     * This record in the place of an older one. Of the same content it is the same record, which has learned new names:
     * its date and its signatures stay. Of other content it is a new one, and the older one becomes history.
     */
    public ImageRecord after(ImageRecord older) {
        if (!content().equals(older.content())) {
            List<ImageRecord> past = new ArrayList<>(List.of(older.withHistory(List.of())));
            past.addAll(older.history);
            return withHistory(past);
        }
        Set<String> digests = new LinkedHashSet<>(identity.repoDigests());
        digests.addAll(older.identity.repoDigests());
        Identity known = identity.withRepoDigests(List.copyOf(digests));
        boolean learnsNothing = identity.config().isEmpty()
                && (identity.id().isEmpty() || identity.id().equals(older.identity.id()));
        if (learnsNothing || !older.signatures.isEmpty()) { // what was signed stays as it was signed
            known = new Identity(
                    known.repoDigests(),
                    older.identity.id(),
                    older.identity.config(),
                    older.identity.manifest(),
                    known.layers(),
                    known.run(),
                    known.platform());
        }
        Set<RecordSignature> all = new LinkedHashSet<>(older.signatures);
        all.addAll(signatures);
        return new ImageRecord(
                reference,
                known,
                older.recordedAt,
                older.recordedOn,
                older.recordedBy,
                tarball.or(older::tarball),
                older.signatures.isEmpty() ? source.or(older::source) : older.source,
                List.copyOf(all),
                older.history);
    }

    /**
     * What a signature is under: who recorded when and where, from what it was built, the content, and what the engine
     * calls it, by which a launch finds it in the shortest way. Names that registries and files give it later are no
     * part of it: whatever they deliver is held against the content.
     */
    public byte[] statement() {
        byte[] head = statementHead();
        byte[] content = (IdentityText.content(identity) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        return whole;
    }

    /** The part of the {@link #statement} before the content, which an engine can tell of the image that it has. */
    public byte[] statementHead() {
        StringBuilder text = new StringBuilder("MaxDock image record 2\n");
        text.append("image ")
                .append(reference)
                .append("\nrecorded ")
                .append(recordedAt)
                .append('\n');
        counted(text, "host", recordedOn);
        counted(text, "user", recordedBy);
        counted(text, "id", identity.id());
        counted(text, "config", identity.config());
        counted(text, "manifest", identity.manifest());
        source.ifPresent(s -> {
            counted(text, "file", s.dockerfile());
            counted(text, "folder", s.server());
            s.arguments().forEach(a -> counted(text, "argument", a));
            counted(text, "dockerfile", s.dockerfileSha256());
            counted(text, "context", s.contextSha256());
            s.bases().forEach(b -> counted(text, "base", b.reference() + " " + b.id() + " " + b.repoDigests()));
            if (!s.builder().isEmpty()) { // or what was signed before it was kept would not hold any more
                counted(text, "builder", s.builder());
            }
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void counted(StringBuilder text, String kind, String value) {
        text.append(kind)
                .append(' ')
                .append(value.getBytes(StandardCharsets.UTF_8).length)
                .append(' ')
                .append(value)
                .append('\n');
    }
}
