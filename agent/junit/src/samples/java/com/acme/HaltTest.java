package com.acme;

import io.github.tlsleak.junit.NoTlsLeaks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The JVM ends in the middle of the run. */
@NoTlsLeaks
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HaltTest {

    private static final long DEADLINE_NANOS = 20_000_000_000L;

    @Test
    @Order(1)
    void leaks() throws Exception {
        Tls.connect();
    }

    @Test
    @Order(2)
    void halts() throws Exception {
        Path report = Paths.get(System.getProperty("tlsleak.junit.report"));
        long end = System.nanoTime() + DEADLINE_NANOS;
        while (!new String(Files.readAllBytes(report), "UTF-8").contains("\"type\":\"leak\"")
                && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        Runtime.getRuntime().halt(9);
    }
}
