package org.maxdock.ui.overview;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.engine.EngineInfo;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.EnginePlace;
import org.maxdock.operation.JobOperations;
import org.maxdock.operation.ServerFacts;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Records;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Question;
import org.maxdock.ui.shared.WithoutSlurm;

/** What the server has, as it comes to be known, and the user's jobs there. On the window's thread. */
public final class ServerModel {

    /** Something that the server has or has not, in words. */
    public record Fact(String title, String text) {}

    private final ConnectionModel connection;
    private final JobOperations jobs;
    private final Texts texts;
    private final Question<Long> question;
    private final ReadOnlyObjectWrapper<List<Fact>> facts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<List<Job>>> mine = new ReadOnlyObjectWrapper<>(Optional.empty());
    private String notShown = "";
    private boolean hadSlurm;
    /** Whether the jobs were asked for in vain. */
    private final ReadOnlyBooleanWrapper unread = new ReadOnlyBooleanWrapper();

    private final Background told;

    public ServerModel(ConnectionModel connection, JobOperations jobs, Background background, Texts texts) {
        this.connection = connection;
        this.jobs = jobs;
        this.texts = texts;
        this.told = background;
        this.question = new Question<>(background, connection::number);
        connection.onOther(() -> {
            hadSlurm = false;
            notShown = "";
            unread.set(false);
            mine.set(Optional.empty());
            question.drop();
        });
        connection.stateProperty().addListener((o, was, is) -> follow());
        follow();
    }

    /** What is still being asked says so. */
    public ReadOnlyObjectProperty<List<Fact>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** The user's jobs; empty while they are not known. */
    public ReadOnlyObjectProperty<Optional<List<Job>>> jobsProperty() {
        return mine.getReadOnlyProperty();
    }

    /** Whether they were asked for in vain. */
    ReadOnlyBooleanProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** What there is to say in the place of jobs, or beside them; empty where all of them are shown. */
    public String jobsNote() {
        if (mine.get().isPresent()) {
            return mine.get().get().isEmpty() && notShown.isEmpty() ? texts.get("ui.jobs.empty") : notShown;
        }
        return WithoutSlurm.of(connection.state(), texts)
                .orElseGet(() -> texts.get(unread.get() ? "ui.server.jobs-unread" : "ui.jobs.loading"));
    }

    private void follow() {
        facts.set(connection.state().connected().map(this::facts).orElse(List.of()));
        boolean slurm = hasSlurm();
        if (slurm && !hadSlurm) {
            hadSlurm = true;
            refresh();
        }
    }

    private boolean hasSlurm() {
        return connection
                .state()
                .connected()
                .filter(c -> c.facts().slurm().value().isPresent())
                .isPresent();
    }

    /** Asks for the jobs, where there is a SLURM. */
    public void refresh() {
        if (hasSlurm()) {
            question.ask((number, a) -> jobs.mine(), this::took, this::inVain);
        }
    }

    private void took(Records<Job> told) {
        notShown = told.notShown("jobs.passed-over").map(texts::get).orElse("");
        unread.set(false);
        mine.set(Optional.of(told.found()));
    }

    private void inVain(Trouble why) {
        unread.set(true);
        told.trouble(why);
    }

    private List<Fact> facts(ConnectionState.Connected there) {
        return List.of(
                new Fact(
                        there.account().host(),
                        texts.get("ui.server.user", there.account().user())),
                engine(there),
                slurm(there.facts().slurm()));
    }

    private Fact engine(ConnectionState.Connected at) {
        boolean servers = at.engine().place() instanceof EnginePlace.OnServer;
        return switch (at.facts().engine()) {
            case ServerFacts.Asked<EngineInfo> asked -> new Fact("Docker", texts.get("ui.server.asking"));
            case ServerFacts.There<EngineInfo> there ->
                new Fact(
                        servers
                                ? "Docker " + there.what().version()
                                : texts.get(
                                        "ui.engine.of",
                                        "Docker " + there.what().version(),
                                        at.engine().host()),
                        texts.get(
                                there.what().userNamespaces() ? "ui.server.userns" : "ui.server.no-userns",
                                there.what().images()));
            case ServerFacts.NotThere<EngineInfo> none ->
                new Fact(texts.get("ui.no-engine"), none.why().map(texts::what).orElse(""));
        };
    }

    private Fact slurm(ServerFacts.Answer<String> answer) {
        return switch (answer) {
            case ServerFacts.Asked<String> asked -> new Fact("SLURM", texts.get("ui.server.asking"));
            case ServerFacts.There<String> there -> new Fact("SLURM " + there.what(), texts.get("ui.server.slurm"));
            case ServerFacts.NotThere<String> none ->
                new Fact(texts.get("ui.no-slurm"), none.why().map(texts::what).orElse(""));
        };
    }
}
