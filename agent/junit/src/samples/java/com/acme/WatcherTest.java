package com.acme;

import io.github.tlsleak.junit.NoTlsLeaks;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Somebody wants the instance after the check: it is left alone, and the class fails instead. */
@NoTlsLeaks
@ExtendWith(WatcherTest.Watcher.class)
class WatcherTest {

    private SSLSocket field;

    @Test
    void setsField() throws Exception {
        field = Tls.connect();
    }

    /** Prints what it was given. */
    public static final class Watcher implements TestWatcher {

        @Override
        public void testSuccessful(ExtensionContext context) {
            System.out.println("WATCHED " + context.getRequiredTestInstance().getClass());
        }
    }
}
