package io.github.tlsleak.apps.libraries.protocol;

import io.github.tlsleak.apps.libraries.Library;
import io.github.tlsleak.apps.libraries.LibraryStage;
import io.github.tlsleak.apps.support.Situation;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** The situations of clients that log in to a server. */
abstract class ClientLibrary implements Library {

    /** The server's address and the settings of the connection. */
    static final class Target {

        final LibraryStage stage;
        final int port;
        final boolean trusting;

        private Target(LibraryStage stage, String script, boolean trusting) throws Exception {
            this.stage = stage;
            this.port = stage.server(script);
            this.trusting = trusting;
        }

        SSLContext context() throws GeneralSecurityException {
            return stage.context(trusting);
        }

        SSLSocketFactory sockets() throws GeneralSecurityException {
            return context().getSocketFactory();
        }
    }

    /** Connects and logs in. */
    abstract Session open(Target target) throws Exception;

    /** The dialect of the server. */
    abstract String dialect();

    /** Whether a server can refuse a login. */
    boolean canBeDenied() {
        return true;
    }

    @Override
    public Map<String, Situation<LibraryStage>> situations() {
        Map<String, Situation<LibraryStage>> all = new LinkedHashMap<>();
        all.put("closed", stage -> closed(stage, "await"));
        all.put("both-closed", stage -> closed(stage, "closed"));
        all.put("peer-closed", stage -> ended(stage, "close_notify"));
        all.put("peer-fin", stage -> ended(stage, "fin"));
        all.put("peer-reset", stage -> ended(stage, "reset"));
        all.put("refused", stage -> fails(target(stage, dialect(), "fail", true)));
        all.put("not-trusted", stage -> fails(target(stage, dialect(), "await", false)));
        if (canBeDenied()) {
            all.put("denied", stage -> fails(target(stage, dialect() + "-denied", "await", true)));
        }
        return all;
    }

    static Target target(LibraryStage stage, String dialect, String end, boolean trusting)
            throws Exception {
        return new Target(stage, "stub:" + dialect + ":" + end, trusting);
    }

    /** Opened, used, closed. */
    private void closed(LibraryStage stage, String end) throws Exception {
        try (Session session = open(target(stage, dialect(), end, true))) {
            session.use();
        }
        stage.awaitOver();
    }

    /** The server ends the connection after some work. The client notices that when it goes on. */
    private void ended(LibraryStage stage, String end) throws Exception {
        Session session = open(target(stage, dialect(), end, true));
        try {
            session.use();
            stage.awaitActed(1);
            session.use();
        } catch (Exception e) {
            // the client has noticed it
        }
        stage.awaitActed(1);
        try {
            session.close();
        } catch (Exception e) {
            // the server had gone, so the client's farewell failed
        }
        stage.awaitOver();
    }

    private void fails(Target target) throws Exception {
        try {
            open(target).close();
        } catch (Exception e) {
            target.stage.awaitOver();
            return;
        }
        throw new IllegalStateException("must fail");
    }
}
