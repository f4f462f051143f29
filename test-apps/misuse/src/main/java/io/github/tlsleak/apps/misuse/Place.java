package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.App;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** What a mistake works with: a server that stays, and means to trust it. */
public final class Place {

    private final App app;
    private final List<Object> kept;

    Place(App app, List<Object> kept) {
        this.app = app;
        this.kept = kept;
    }

    public App app() {
        return app;
    }

    public int port() {
        return app.port();
    }

    public SSLContext context() {
        return app.context();
    }

    public SSLSocketFactory sockets() {
        return app.factory();
    }

    /** {@code https://localhost:PORT/}. */
    public String url() {
        return "https://localhost:" + port() + "/";
    }

    /** Stays reachable to the end of the program. */
    public void keep(Object object) {
        kept.add(object);
    }

    /** For what must fail: that it did not. */
    public static IllegalStateException worked(String what) {
        return new IllegalStateException(what + " worked");
    }
}
