package org.maxdock.host.ssh;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.maxdock.text.IoReason;
import org.maxdock.text.Message;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Reads private key files; those that cannot be used are passed over with a note, as ssh passes over them. */
final class KeyFiles {

    /** Where at the latest the type of the public part stands, bytes (PROTOCOL.key of OpenSSH). */
    private static final int PUBLIC_TYPE = 130;

    private static final long LARGEST = 64 << 10;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final JSch jsch;
    private final Passphrases passphrases;
    private final SshQuestions questions;
    private final LoginRecord record;

    KeyFiles(JSch jsch, Passphrases passphrases, SshQuestions questions, LoginRecord record) {
        this.jsch = jsch;
        this.passphrases = passphrases;
        this.questions = questions;
        this.record = record;
    }

    /** The key of a file; why not is noted, but for one that is looked for everywhere and is not there. */
    Optional<FileKey> key(Path file) {
        if (!Files.exists(file)) {
            return ConfigDefaults.KEYS.stream().anyMatch(name -> file.endsWith(Path.of(".ssh", name)))
                    ? Optional.empty()
                    : passOver("ssh.key.missing", file);
        }
        try {
            if (Files.size(file) > LARGEST || !Files.isRegularFile(file)) {
                return passOver("ssh.key.damaged", file);
            }
            byte[] content = Files.readAllBytes(file);
            String text = new String(content, StandardCharsets.ISO_8859_1);
            if (publicKey(text).isPresent()) {
                return passOver("ssh.key.public", file);
            }
            if (isOpen(file)) {
                return passOver("ssh.key.open", file);
            }
            if (isOnToken(text)) {
                return passOver("ssh.key.hardware", file);
            }
            StoredKey stored = new StoredKey(jsch, text);
            return Optional.of(
                    new FileKey(file, stored, publicKey(beside(file, ".pub")), passphrases, questions, record));
        } catch (IOException e) {
            record.passedOver(Message.of("ssh.key.unreadable", file, IoReason.of(e)));
            return Optional.empty();
        } catch (JSchException | RuntimeException e) {
            return passOver("ssh.key.damaged", file);
        }
    }

    /** @throws Trouble where a key that was named is not there, which is nothing to pass over */
    static void mustBeUsable(Optional<Path> named) throws Trouble {
        if (named.isPresent() && !Files.isReadable(named.get())) {
            throw new Trouble(
                    TroubleKind.FILE_UNREADABLE,
                    named.get(),
                    Reason.of("reason.none-or-denied", "no such file, or not readable"));
        }
    }

    private Optional<FileKey> passOver(String why, Path file) {
        record.passedOver(Message.of(why, file));
        return Optional.empty();
    }

    /** The public key of a file that holds one, or of the file beside that does. */
    Optional<byte[]> publicKey(Path file) {
        return text(file).flatMap(KeyFiles::publicKey);
    }

    /** A certificate; what is wrong with it is noted, but for a file that is not there. */
    Optional<UserCertificate> certificate(Path file) {
        Optional<String> text = text(file);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<UserCertificate> found = firstIn(text.get(), line -> certificate(file, line));
        if (found.isEmpty()) {
            record.passedOver(Message.of("ssh.certificate.damaged", file));
            return Optional.empty();
        }
        Optional<Message> fault = found.get().fault(java.time.Instant.now());
        fault.ifPresent(record::passedOver);
        return fault.isPresent() ? Optional.empty() : found;
    }

    private static Optional<UserCertificate> certificate(Path file, String line) {
        try {
            return Optional.of(UserCertificate.parse(file, line));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> publicKey(String text) {
        return firstIn(text, KeyFiles::publicPart);
    }

    /** Of the first line that holds one: comments and empty lines may stand above (OpenSSH's authfile.c). */
    private static <T> Optional<T> firstIn(String text, Function<String, Optional<T>> reading) {
        return text.lines()
                .takeWhile(line -> !line.startsWith("-----BEGIN"))
                .filter(line -> !line.startsWith("#"))
                .map(reading)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<byte[]> publicPart(String text) {
        String[] fields = text.strip().split("[ \t]+", 3);
        return fields.length < 2
                ? Optional.empty()
                : KeyBlob.of(fields[0], fields[1]).map(KeyBlob::bytes);
    }

    /** A file whose key others could read is not used (ssh: UNPROTECTED PRIVATE KEY FILE). */
    private static boolean isOpen(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return false;
        }
        String owner = String.valueOf(Files.getAttribute(file, "unix:uid"));
        return SshMachine.ownUid().filter(owner::equals).isPresent()
                && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    }

    private static boolean isOnToken(String text) {
        String body = text.replaceAll("-----[^-]*-----", "").replaceAll("\\s", "");
        try {
            String all = new String(Base64.getDecoder().decode(body), StandardCharsets.ISO_8859_1);
            String content = all.substring(0, Math.min(all.length(), PUBLIC_TYPE)); // its comment may say anything
            return content.contains("sk-ssh-ed25519@") || content.contains("sk-ecdsa-sha2-nistp256@");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
