package io.github.tlsleak.apps.bad;

import io.github.tlsleak.apps.support.Stage;
import io.github.tlsleak.apps.wrap.DelegatingEngine;
import javax.net.ssl.SSLEngine;

// peer: none
// expect: none

/**
 * The constructor of a subclass throws after the one of SSLEngine has run: the half built object
 * was never anybody's and must not be reported, nor may the agent touch it.
 */
public final class ThrowingConstructor {
    public static void main(String[] args) throws Exception {
        for (int i = 0; i < 10; i++) {
            try {
                new Failing(null);
                throw new AssertionError("the constructor must throw");
            } catch (IllegalArgumentException e) {
                // As intended.
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
