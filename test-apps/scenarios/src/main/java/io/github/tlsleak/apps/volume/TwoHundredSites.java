package io.github.tlsleak.apps.volume;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javax.net.ssl.SSLEngine;

// peer: none
// tls: 1.2
// expect: LOST leak SSLEngine client x200
// sites: 200
// count: CLOSED 200

/**
 * 200 leaks, each at a site of its own: another order of the methods on the stack. Lines and
 * recursion would not tell them apart.
 */
public final class TwoHundredSites {

    private static final int METHODS = 6;

    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        for (int i = 1; i < 200; i++) {
            call(stage, order(i));
        }
        Stage.awaitCollected(call(stage, order(0)));
        Stage.done();
    }

    /** One of the 720 orders of the methods, by its number. */
    private static String order(int number) {
        StringBuilder left = new StringBuilder("abcdef");
        StringBuilder order = new StringBuilder();
        int rest = number;
        for (int i = METHODS; i > 0; i--) {
            order.append(left.charAt(rest % i));
            left.deleteCharAt(rest % i);
            rest /= i;
        }
        return order.toString();
    }

    private static WeakReference<SSLEngine> call(Stage stage, String order) throws IOException {
        if (order.isEmpty()) {
            return leak(stage);
        }
        String rest = order.substring(1);
        switch (order.charAt(0)) {
            case 'a':
                return a(stage, rest);
            case 'b':
                return b(stage, rest);
            case 'c':
                return c(stage, rest);
            case 'd':
                return d(stage, rest);
            case 'e':
                return e(stage, rest);
            default:
                return f(stage, rest);
        }
    }

    private static WeakReference<SSLEngine> a(Stage stage, String rest) throws IOException {
        return call(stage, rest);
    }

    private static WeakReference<SSLEngine> b(Stage stage, String rest) throws IOException {
        return call(stage, rest);
    }

    private static WeakReference<SSLEngine> c(Stage stage, String rest) throws IOException {
        return call(stage, rest);
    }

    private static WeakReference<SSLEngine> d(Stage stage, String rest) throws IOException {
        return call(stage, rest);
    }

    private static WeakReference<SSLEngine> e(Stage stage, String rest) throws IOException {
        return call(stage, rest);
    }

    private static WeakReference<SSLEngine> f(Stage stage, String rest) throws IOException {
        return call(stage, rest);
    }

    private static WeakReference<SSLEngine> leak(Stage stage) throws IOException {
        SSLEngine client = stage.context().createSSLEngine("localhost", 4433);
        SSLEngine server = stage.context().createSSLEngine();
        client.setEnabledProtocols(stage.protocols());
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
        return new WeakReference<>(client);
    }
}
