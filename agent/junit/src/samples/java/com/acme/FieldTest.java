package com.acme;

import io.github.tlsleak.junit.NoTlsLeaks;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sessions in fields, which JUnit keeps until the end of the test or of the class. */
@NoTlsLeaks
class FieldTest {

    private SSLSocket field;

    @Test
    void setsField() throws Exception {
        field = Tls.connect();
    }

    /** Opened before the test begins. */
    @Nested
    class Constructed {

        private final SSLSocket field;

        Constructed() throws Exception {
            field = Tls.connect();
        }

        @Test
        void usesField() {
            field.getSession();
        }
    }

    /** One instance for all tests. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Shared {

        private SSLSocket field;

        @Test
        void opens() throws Exception {
            field = Tls.connect();
        }
    }
}
