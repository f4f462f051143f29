package com.acme;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tlsleak.junit.NoTlsLeaks;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No test leaks: the same situations, and some that look like leaks. */
@NoTlsLeaks
class CleanTest {

    /** Open as long as the JVM lives: a pool of the application. */
    private static SSLSocket pooled;

    private static SSLSocket ofAll;

    private SSLSocket field;

    private final SSLSocket constructed = connect();

    private static SSLSocket connect() {
        try {
            return Tls.connect();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void openOfAll() {
        ofAll = connect();
    }

    @AfterAll
    static void closeOfAll() throws Exception {
        ofAll.close();
    }

    @AfterEach
    void close() throws Exception {
        constructed.close();
        if (field != null) {
            field.close();
        }
    }

    @Test
    void socket() throws Exception {
        try (SSLSocket socket = Tls.connect()) {
            socket.getSession();
        }
    }

    @Test
    void engine() throws Exception {
        SSLEngine engine = Tls.engine();
        io.github.tlsleak.apps.support.EnginePair.close(engine);
    }

    @Test
    void closedAfterEach() {
        field = connect();
    }

    @Test
    void keptByThePool() {
        if (pooled == null) {
            pooled = connect();
        }
    }

    @Test
    void threads() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        pool.submit(() -> Tls.connect()).get().close();
        pool.shutdown();
        pool.awaitTermination(10, TimeUnit.SECONDS);
    }

    /** JDK 21 and newer. */
    @Test
    void virtualThread() throws Exception {
        assumeTrue(Opening.hasVirtualThreads());
        Opening.startVirtual(CleanTest::openAndClose).join();
    }

    private static void openAndClose() {
        try {
            connect().close();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void parameter(int sessions) throws Exception {
        for (int i = 0; i < sessions; i++) {
            Tls.connect().close();
        }
    }

    @TestFactory
    Stream<DynamicTest> dynamic() {
        return Stream.of(1, 2).map(n -> DynamicTest.dynamicTest("closes " + n, () -> parameter(n)));
    }

    /** A class inside. */
    @Nested
    class Inside {

        @Test
        void nested() throws Exception {
            Tls.connect().close();
        }
    }
}
