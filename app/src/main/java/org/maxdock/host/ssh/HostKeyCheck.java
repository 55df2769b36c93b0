package org.maxdock.host.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.ssh.KnownHosts.Verdict;
import org.maxdock.host.ssh.KnownHostsLine.Marker;
import org.maxdock.text.Message;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Judges the key of one server, as OpenSSH's client does (sshconnect.c, check_host_key): for JSch it is the known
 * hosts, which answer yes or no, and have then asked the user already where there was something to ask.
 */
final class HostKeyCheck implements HostKeyRepository {

    private static final HostKey[] NO_KEYS = {};

    private final TrustRules rules;
    private final SshPrompts prompts;
    private final Asker asker;
    private final Guard guard;
    private final KnownHosts here;
    private final KnownHosts withoutPort;
    private Trouble refusal;
    private boolean unsafe;

    /** Reads the known hosts. */
    HostKeyCheck(TrustRules rules, SshPrompts prompts, Asker asker, Guard guard) throws Trouble {
        this.rules = rules;
        this.prompts = prompts;
        this.asker = asker;
        this.guard = guard;
        KnownHosts all = KnownHosts.read(rules.files(), prompts::note);
        this.here = all.about(rules.name());
        this.withoutPort =
                rules.plainName().equals(rules.name()) ? new KnownHosts(List.of()) : all.about(rules.plainName());
    }

    /** Why the key was refused, where it was. */
    Optional<Trouble> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Whether certificates of hosts can be of use: some authority is known for this one. */
    boolean hasAuthority() {
        return !authorities().isEmpty();
    }

    /**
     * Whether the key is a wrong one that StrictHostKeyChecking no lets pass: as with ssh, such a server is told no
     * password and no answer.
     */
    boolean isUnsafe() {
        return unsafe;
    }

    @Override
    public int check(String host, byte[] key) {
        try {
            judge(new KeyBlob(key));
            return OK;
        } catch (Trouble e) {
            refusal = e;
        } catch (IllegalArgumentException e) {
            refusal = new Trouble(
                    e,
                    TroubleKind.CONNECT_FAILED,
                    asker,
                    Reason.of("reason.no-host-key", "its host key is of no kind that is known"));
        }
        return NOT_INCLUDED;
    }

    private void judge(KeyBlob key) throws Trouble {
        if (key.rsaBits().filter(bits -> bits < rules.rsaBits()).isPresent()) {
            throw new Trouble(
                    TroubleKind.HOST_KEY_SHORT, rules.name(), key.rsaBits().get(), rules.rsaBits());
        }
        switch (here.verdict(key)) {
            case KNOWN -> {}
            case REVOKED -> {
                if (!isLetPass("ssh.note.revoked", key)) {
                    throw new Trouble(TroubleKind.HOST_KEY_REVOKED, rules.name(), key.fingerprint());
                }
            }
            case CHANGED -> {
                if (!isLetPass("ssh.note.changed", key)) {
                    throw changed(key);
                }
            }
            case NEW -> {
                if (withoutPort.verdict(key) != Verdict.KNOWN) {
                    met(key);
                }
            }
        }
    }

    private boolean isLetPass(String note, KeyBlob key) {
        unsafe = rules.strict() == TrustRules.Strict.NO;
        if (unsafe) {
            prompts.note(Message.of(note, rules.name(), key.fingerprint()));
        }
        return unsafe;
    }

    private Trouble changed(KeyBlob key) {
        List<KeyBlob> known = here.keys(Marker.NONE);
        return known.stream().anyMatch(k -> k.type().equals(key.type()))
                ? new Trouble(
                        TroubleKind.HOST_KEY_CHANGED,
                        rules.name(),
                        rules.files().getFirst(),
                        key.fingerprint())
                : new Trouble(
                        TroubleKind.HOST_KEY_OTHER_TYPE,
                        rules.name(),
                        key.type(),
                        key.fingerprint(),
                        known.getFirst().type());
    }

    private void met(KeyBlob key) throws Trouble {
        boolean trusted = switch (rules.strict()) {
            case YES -> false;
            case ACCEPT_NEW, NO -> true;
            case ASK ->
                guard.asking(
                        () -> prompts.trust(new TrustQuestion(asker, rules.name(), key.type(), key.fingerprint())));
        };
        if (!trusted) {
            throw rules.strict() == TrustRules.Strict.ASK && prompts.canAsk()
                    ? new Trouble(TroubleKind.CANCELLED)
                    : new Trouble(TroubleKind.HOST_KEY_UNKNOWN, rules.name(), key.fingerprint());
        }
        remember(key);
    }

    /** As with OpenSSH, a file that cannot be written is told and ends nothing. */
    private void remember(KeyBlob key) {
        if (rules.userFiles() == 0) {
            return;
        }
        KnownHostsFile file = new KnownHostsFile(rules.files().getFirst());
        if (file.isNoFile()) { // /dev/null, by those who want nothing to be remembered
            return;
        }
        try {
            file.append((rules.hashed() ? KnownHostsLine.hashed(rules.name()) : rules.name()) + " " + key.line());
        } catch (Trouble e) {
            prompts.note(Message.of("ssh.note.not-remembered", rules.name(), file.path(), e.why()));
        }
    }

    private List<KeyBlob> authorities() {
        List<KeyBlob> found = here.keys(Marker.AUTHORITY);
        return found.isEmpty() ? withoutPort.keys(Marker.AUTHORITY) : found;
    }

    /** For certificates: the authorities for this host, and what is revoked. */
    @Override
    public HostKey[] getHostKey() {
        List<HostKey> keys = new ArrayList<>();
        authorities().forEach(k -> add(keys, Marker.AUTHORITY, k));
        here.keys(Marker.REVOKED).forEach(k -> add(keys, Marker.REVOKED, k));
        if (here.keys(Marker.AUTHORITY).isEmpty()) {
            withoutPort.keys(Marker.REVOKED).forEach(k -> add(keys, Marker.REVOKED, k));
        }
        return keys.toArray(NO_KEYS);
    }

    /** Nothing: what is to be said of one host was said when it was judged. */
    @Override
    public HostKey[] getHostKey(String host, String type) {
        return NO_KEYS;
    }

    /** The types of key that this server is known by: a server is asked for one of those first. */
    List<String> knownTypes() {
        KnownHosts known = here.keys(Marker.NONE).isEmpty() ? withoutPort : here;
        return known.keys(Marker.NONE).stream().map(KeyBlob::type).distinct().toList();
    }

    private static void add(List<HostKey> keys, Marker marker, KeyBlob key) {
        try {
            keys.add(new HostKey(marker.word(), "*", HostKey.GUESS, key.bytes(), ""));
        } catch (JSchException e) { // a type that JSch has no name for can neither be offered nor sign
            System.getLogger(HostKeyCheck.class.getName()).log(System.Logger.Level.DEBUG, "no key for JSch", e);
        }
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return rules.name();
    }

    @Override
    public void add(HostKey key, UserInfo ui) {
        throw new UnsupportedOperationException("what is to be remembered was remembered when it was judged");
    }

    @Override
    public void remove(String host, String type) {
        throw new UnsupportedOperationException("known hosts are only ever appended to");
    }

    @Override
    public void remove(String host, String type, byte[] key) {
        throw new UnsupportedOperationException("known hosts are only ever appended to");
    }
}
