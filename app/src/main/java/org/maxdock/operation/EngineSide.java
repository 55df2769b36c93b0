package org.maxdock.operation;

import org.maxdock.engine.Engine;
import org.maxdock.host.Host;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.image.ImageFolders;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** The host of the engine that is worked with, and its engine, which is found when it is first asked for. */
final class EngineSide implements AutoCloseable {

    private final EnginePlace place;
    private final Host host;
    private final LoginEnvironment environment;
    private final ImageFolders folders;
    private volatile Engine engine;
    private volatile boolean closed;

    EngineSide(EnginePlace place, Host host, LoginEnvironment environment) {
        this.place = place;
        this.host = host;
        this.environment = environment;
        this.folders = new ImageFolders(host);
    }

    EnginePlace place() {
        return place;
    }

    Host host() {
        return host;
    }

    LoginEnvironment environment() {
        return environment;
    }

    /** The folders of its images, which take long to find and are kept. */
    ImageFolders folders() {
        return folders;
    }

    /** @throws Trouble where there is none, or none for this user */
    synchronized Engine engine() throws Trouble {
        if (engine == null) {
            engine = found();
            if (closed) {
                engine.close();
            }
        }
        return engine;
    }

    private Engine found() throws Trouble {
        try {
            return Engine.of(host, environment);
        } catch (Trouble e) {
            boolean none = e.kind() == TroubleKind.NO_ENGINE && place instanceof EnginePlace.Here;
            throw none
                    ? new Trouble(e, TroubleKind.NO_ENGINE_HERE, e.arguments().toArray())
                    : e;
        }
    }

    /** The host goes on. Waits for nobody: an engine may be looked for that never answers. */
    @Override
    public void close() {
        closed = true;
        Engine found = engine;
        if (found != null) {
            found.close();
        }
    }
}
