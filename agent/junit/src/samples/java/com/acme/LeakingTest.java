package com.acme;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tlsleak.junit.NoTlsLeaks;
import io.github.tlsleak.junit.TlsLeaksAllowed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every test but those that say so leaks, and fails itself. */
@NoTlsLeaks
class LeakingTest {

    @Test
    void socket() throws Exception {
        Tls.connect();
    }

    @Test
    void engine() throws Exception {
        Tls.engine();
    }

    @Test
    void clean() throws Exception {
        Tls.connect().close();
    }

    /** One error for three sessions of one line. */
    @Test
    void thrice() throws Exception {
        for (int i = 0; i < 3; i++) {
            Tls.connect();
        }
    }

    /** Two errors. */
    @Test
    void twoPlaces() throws Exception {
        Tls.connect();
        Tls.engine();
    }

    @Test
    void failsAnyway() throws Exception {
        Tls.connect();
        throw new IllegalStateException("the first failure");
    }

    /** The check waits for the garbage collector all the same. */
    @Test
    void leftInterrupted() throws Exception {
        Tls.connect();
        Thread.currentThread().interrupt();
    }

    @Test
    void thread() throws Exception {
        Thread thread = new Thread(Opening.SOCKET, "worker");
        thread.start();
        thread.join();
    }

    @Test
    void executor() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        pool.submit(Opening.SOCKET).get();
        pool.shutdown();
        pool.awaitTermination(10, TimeUnit.SECONDS);
    }

    /** JDK 21 and newer. */
    @Test
    void virtualThread() throws Exception {
        assumeTrue(Opening.hasVirtualThreads());
        Opening.startVirtual(Opening.SOCKET).join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "forgotten"})
    void parameter(String end) throws Exception {
        SSLSocket socket = Tls.connect();
        if (end.equals("closed")) {
            socket.close();
        }
    }

    @RepeatedTest(2)
    void repeated() throws Exception {
        Tls.connect();
    }

    @TestFactory
    Stream<DynamicTest> dynamic() {
        return Stream.of("closed", "forgotten")
                .map(end -> DynamicTest.dynamicTest(end, () -> parameter(end)));
    }

    @Test
    @TlsLeaksAllowed("bug 42")
    void allowed() throws Exception {
        Tls.connect();
    }

    /** A class inside. */
    @Nested
    class Inside {

        @Test
        void nested() throws Exception {
            Tls.connect();
        }
    }
}
