package io.github.tlsleak.apps.bad;

import io.github.tlsleak.apps.support.App;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLSocket;

// peer: server await
// saw: eof
// saw[jdk>=9,jdk<=18]: close_notify
// saw[jdk<=8]: any
// expect: LOST leak SSLSocket client
// expect[jdk<=18]: RESCUED leak SSLSocket client

/**
 * The program replaces System.err by a stream that throws, and then leaks: the report must still
 * come out, and nothing of the agent may be thrown into the program.
 */
public final class ReplacesSystemErr {
    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        System.setErr(new PrintStream(new Broken(), true));
        App.awaitCollected(session(app));
        App.done();
    }

    private static WeakReference<SSLSocket> session(App app) throws Exception {
        SSLSocket socket = app.ping(app.factory().createSocket(app.host(), app.port()));
        return new WeakReference<>(socket);
    }

    private static final class Broken extends OutputStream {
        @Override
        public void write(int b) {
            throw new IllegalStateException("nobody may write here");
        }
    }
}
