package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Stage;
import java.util.List;

/**
 * What a mistake is given: a server that stays to the end, and a context that trusts the server.
 * One thread.
 */
public final class MisuseStage extends Stage {

    private final List<Object> kept;

    MisuseStage(int port, List<Object> kept) {
        super("127.0.0.1", port, "1.3");
        this.kept = kept;
    }

    /** {@code https://localhost:PORT/}. */
    public String url() {
        return "https://localhost:" + port() + "/";
    }

    /** Keeps an object reachable to the end of the program. */
    public void keep(Object object) {
        kept.add(object);
    }

    /** Fails, because code that must throw has not thrown. */
    public static IllegalStateException worked(String what) {
        return new IllegalStateException(what + " worked");
    }
}
