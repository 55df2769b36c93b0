package org.maxdock.host.ssh;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.maxdock.text.Message;

/** Somebody who answers what a connection asks, and remembers what that was. */
final class Person implements SshPrompts {

    final List<SshQuestion> asked = new ArrayList<>();
    final List<TrustQuestion> met = new ArrayList<>();
    final List<Message> notes = new CopyOnWriteArrayList<>();
    private final Deque<String> answers;
    private final Predicate<TrustQuestion> trust;

    private Person(List<String> answers, Predicate<TrustQuestion> trust) {
        this.answers = new ArrayDeque<>(answers);
        this.trust = trust;
    }

    /** Gives these answers one after the other, then turns back; trusts everybody. */
    static Person answering(String... answers) {
        return new Person(List.of(answers), q -> true);
    }

    /** Trusts who shows a key of that fingerprint. */
    static Person trusting(String fingerprint) {
        return new Person(List.of(), q -> q.fingerprint().equals(fingerprint));
    }

    static Person whoTrustsNobody() {
        return new Person(List.of(), q -> false);
    }

    @Override
    public Optional<String> answer(SshQuestion question) {
        asked.add(question);
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public boolean trust(TrustQuestion question) {
        met.add(question);
        return trust.test(question);
    }

    @Override
    public void note(Message note) {
        notes.add(note);
    }
}
