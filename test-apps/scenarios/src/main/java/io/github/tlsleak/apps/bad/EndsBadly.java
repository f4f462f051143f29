package io.github.tlsleak.apps.bad;

import io.github.tlsleak.apps.support.Stage;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/**
 * Uses TLS and ends as its argument says: by {@code exit} (code 3), by {@code halt} (code 4), which
 * runs no shutdown hooks, or by {@code throw}, an exception out of main. It does not wait for the
 * test.
 */
public final class EndsBadly {
    private EndsBadly() {}

    public static void main(String[] args) throws GeneralSecurityException {
        Stage.init(SSLContext.getInstance("TLS")).createSSLEngine();
        System.out.println("ENDING BY " + args[0]);
        switch (args[0]) {
            case "exit":
                System.exit(3);
                break;
            case "halt":
                Runtime.getRuntime().halt(4);
                break;
            default:
                throw new IllegalStateException("as intended");
        }
    }
}
