package io.github.tlsleak.apps.bad;

import io.github.tlsleak.apps.support.Stage;
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
 * The program replaces System.err by a stream that throws, and then leaks. The agent must report
 * the leak and must throw nothing into the program.
 */
public final class ReplacesSystemErr {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        System.setErr(new PrintStream(new Broken(), true));
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        return new WeakReference<>(socket);
    }

    private static final class Broken extends OutputStream {
        @Override
        public void write(int b) {
            throw new IllegalStateException("nobody may write here");
        }
    }
}
