package org.maxdock.host.ssh;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maxdock.text.Message;

/** What was tried to log in, and what not and why: told when nobody was let in. */
final class LoginRecord {

    /** The record of the login that goes on, for what JSch makes by itself and gives nothing. */
    static final ScopedValue<LoginRecord> CURRENT = ScopedValue.newInstance();

    private static final int MOST = 12;

    private final Set<String> methods = new LinkedHashSet<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<Message> passedOver = new LinkedHashSet<>();
    private String banner = "";
    private Optional<Throwable> broken = Optional.empty();

    synchronized void tried(String method) {
        methods.add(method);
    }

    /** A key was shown to the server. */
    synchronized void offered(String key) {
        keys.add(key);
    }

    synchronized void passedOver(Message why) {
        passedOver.add(why);
    }

    /** What the server said without being asked. */
    synchronized void said(String text) {
        banner = ServerText.visible(banner + "\n" + text);
    }

    /** The exchange with the server ended before the server had decided. */
    synchronized void brokeOff(Throwable cause) {
        broken = Optional.ofNullable(cause);
    }

    synchronized Optional<Throwable> broken() {
        return broken;
    }

    /** @param accepted the ways that the server would take, with commas between; may be empty */
    synchronized List<Message> told(String accepted) {
        List<Message> told = new ArrayList<>();
        if (!accepted.isEmpty()) {
            told.add(Message.of("ssh.tried.accepted", ServerText.visible(accepted.replace(",", ", "))));
        }
        told.add(
                methods.isEmpty()
                        ? Message.of("ssh.tried.nothing")
                        : Message.of("ssh.tried.ways", String.join(", ", methods)));
        if (!keys.isEmpty()) {
            told.add(Message.of("ssh.tried.keys", shortened(keys)));
        }
        passedOver.stream().limit(MOST).forEach(told::add);
        if (!banner.isEmpty()) {
            told.add(Message.of("ssh.tried.banner", banner));
        }
        return told;
    }

    private static String shortened(Set<String> all) {
        String listed = String.join("; ", all.stream().limit(MOST).toList());
        return all.size() > MOST ? listed + "; …" : listed;
    }
}
