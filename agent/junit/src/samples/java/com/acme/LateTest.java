package com.acme;

import io.github.tlsleak.junit.NoTlsLeaks;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The first test opens a session that the second one drops: the class fails for the first. */
@NoTlsLeaks
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LateTest {

    private static SSLSocket shared;

    @Test
    @Order(1)
    void opens() throws Exception {
        shared = Tls.connect();
    }

    @Test
    @Order(2)
    void drops() {
        shared = null;
    }

    @Test
    @Order(3)
    void closesItsOwn() throws Exception {
        Tls.connect().close();
    }
}
