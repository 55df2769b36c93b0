package org.maxdock.lab;

/** The workgroup server as the site has it today: nothing answers where an engine was. Until this is closed. */
public final class ServerWithoutEngine implements AutoCloseable {

    private static final String RULE = " INPUT -p tcp --dport 2376 -j REJECT --reject-with tcp-reset";

    public ServerWithoutEngine() {
        Lab.must("max-wgs", "iptables -I" + RULE);
    }

    @Override
    public void close() {
        Lab.must("max-wgs", "iptables -D" + RULE);
    }
}
