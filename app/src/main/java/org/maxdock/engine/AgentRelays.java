package org.maxdock.engine;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.text.Trouble;

/** The agents that a build may use, where docker's client of the engine's host reaches them. */
final class AgentRelays implements AutoCloseable {

    private final List<AgentRelay> relays = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    /** @throws Trouble where an agent is not there, or does not come there */
    static AgentRelays to(Host host, List<BuildAgent> agents, Cancellation cancellation) throws Trouble {
        AgentRelays all = new AgentRelays();
        try {
            for (BuildAgent agent : agents) {
                all.add(host, agent, cancellation);
            }
            return all;
        } catch (Trouble e) {
            all.close();
            throw e;
        }
    }

    private void add(Host host, BuildAgent agent, Cancellation cancellation) throws Trouble {
        if (host.isHere()) {
            words.addAll(agent.words(agent.listens().toAbsolutePath().toString()));
            return;
        }
        AgentRelay relay = new AgentRelay(host, agent.listens(), cancellation);
        relays.add(relay);
        words.addAll(agent.words(relay.path()));
    }

    /** What docker's client takes for them. */
    List<String> words() {
        return List.copyOf(words);
    }

    @Override
    public void close() {
        relays.forEach(AgentRelay::close);
    }
}
