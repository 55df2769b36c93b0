package org.maxdock.host.ssh;

import com.jcraft.jsch.Identity;
import com.jcraft.jsch.IdentityRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.maxdock.text.Message;

/**
 * The keys to log in with, in the order of OpenSSH's client: certificates, then what the agent has of the configured
 * keys, then what else it has, then the files. But the key that the user has chosen for this connection is the first,
 * since servers end it after a few.
 */
final class LoginKeys implements IdentityRepository {

    private final LoginRules rules;
    private final KeyFiles files;
    private final LoginRecord record;

    LoginKeys(LoginRules rules, KeyFiles files, LoginRecord record) {
        this.rules = rules;
        this.files = files;
        this.record = record;
    }

    @Override
    public Vector<Identity> getIdentities() {
        return new Vector<>(collect());
    }

    private List<LoginKey> collect() {
        List<AgentKey> agent =
                rules.agent().map(socket -> new Agent(socket, record).keys()).orElse(List.of());
        List<AgentKey> chosen = new ArrayList<>();
        List<FileKey> own = new ArrayList<>();
        Optional<LoginKey> named = Optional.empty();
        for (Path file : rules.keys()) {
            Optional<AgentKey> there = blobOf(file).flatMap(blob -> find(agent, blob));
            Optional<FileKey> here = there.isPresent() ? Optional.empty() : files.key(file);
            Optional<AgentKey> ofAgent =
                    there.or(() -> here.flatMap(FileKey::blob).flatMap(blob -> find(agent, blob)));
            ofAgent.ifPresentOrElse(chosen::add, () -> here.ifPresent(own::add));
            if (rules.named().filter(file::equals).isPresent()) {
                named = ofAgent.<LoginKey>map(k -> k).or(() -> here);
            }
        }
        List<LoginKey> plain = new ArrayList<>(chosen);
        if (!rules.onlyThese()) {
            agent.stream().filter(k -> !chosen.contains(k)).forEach(plain::add);
        }
        plain.addAll(own);
        named.filter(plain::remove).ifPresent(plain::addFirst);
        List<LoginKey> all = certified(plain);
        all.addAll(plain);
        return all;
    }

    /** The public key of a configured file: of itself, where it is one, or of the one beside it. */
    private Optional<byte[]> blobOf(Path file) {
        return files.publicKey(file).or(() -> files.publicKey(KeyFiles.beside(file, ".pub")));
    }

    private List<LoginKey> certified(List<LoginKey> plain) {
        List<Path> paths = new ArrayList<>(rules.certificates());
        rules.keys().forEach(k -> paths.add(KeyFiles.beside(k, "-cert.pub")));
        List<LoginKey> certified = new ArrayList<>();
        for (Path path : paths.stream().distinct().toList()) {
            Optional<UserCertificate> certificate = files.certificate(path);
            if (certificate.isEmpty()) {
                continue;
            }
            find(plain, certificate.get().key())
                    .or(() -> lockedBeside(plain, path))
                    .ifPresentOrElse(
                            k -> certified.add(new CertifiedKey(certificate.get(), k, record)),
                            () -> record.passedOver(Message.of("ssh.certificate.no-key", path)));
        }
        return certified;
    }

    /** The locked key that a certificate lies beside: which key that is, it does not show. */
    private Optional<LoginKey> lockedBeside(List<LoginKey> plain, Path certificate) {
        return plain.stream()
                .filter(k -> k instanceof FileKey f
                        && rules.keys().stream()
                                .anyMatch(file ->
                                        KeyFiles.beside(file, "-cert.pub").equals(certificate) && f.isUnknownOf(file)))
                .findFirst();
    }

    private static <K extends LoginKey> Optional<K> find(List<K> keys, byte[] blob) {
        return keys.stream()
                .filter(k -> k.blob().filter(b -> Arrays.equals(b, blob)).isPresent())
                .findFirst();
    }

    @Override
    public String getName() {
        return "keys";
    }

    @Override
    public int getStatus() {
        return RUNNING;
    }

    @Override
    public boolean add(byte[] identity) {
        return false;
    }

    @Override
    public boolean remove(byte[] blob) {
        return false;
    }

    @Override
    public void removeAll() {}
}
