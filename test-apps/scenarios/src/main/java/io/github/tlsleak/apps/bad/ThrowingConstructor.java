package io.github.tlsleak.apps.bad;

import io.github.tlsleak.apps.support.Stage;
import io.github.tlsleak.apps.wrap.DelegatingEngine;
import javax.net.ssl.SSLEngine;

// peer: none
// expect: none

/**
 * The constructor of a subclass throws after the constructor of SSLEngine has run. The program
 * never had the half-built object, so the agent must not report it and must not touch it.
 */
public final class ThrowingConstructor {
    public static void main(String[] args) throws Exception {
        for (int i = 0; i < 10; i++) {
            try {
                new Failing(null);
                throw new AssertionError("the constructor must throw");
            } catch (IllegalArgumentException e) {
                // the failure is intended
            }
        }
        Stage.awaitCollected();
        Stage.done();
    }

    private static final class Failing extends DelegatingEngine {
        Failing(SSLEngine delegate) {
            super(delegate);
            throw new IllegalArgumentException("as intended");
        }
    }
}
