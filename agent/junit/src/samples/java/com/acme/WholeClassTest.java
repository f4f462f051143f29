package com.acme;

import io.github.tlsleak.junit.NoTlsLeaks;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The class leaks, its tests do not: the class fails. */
@NoTlsLeaks
class WholeClassTest {

    private static SSLSocket ofAll;

    @BeforeAll
    static void open() throws Exception {
        ofAll = Tls.connect();
    }

    @AfterAll
    static void forget() {
        ofAll = null;
    }

    @Test
    void clean() throws Exception {
        ofAll.getSession();
        Tls.connect().close();
    }
}
