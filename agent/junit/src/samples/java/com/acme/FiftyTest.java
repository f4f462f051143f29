package com.acme;

import io.github.tlsleak.junit.NoTlsLeaks;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same many times: {@code -Dsamples.times=50}. Each leaking one must fail, each other pass. */
@NoTlsLeaks
class FiftyTest {

    static IntStream times() {
        return IntStream.rangeClosed(1, Integer.getInteger("samples.times", 1));
    }

    @ParameterizedTest
    @MethodSource("times")
    void leaking(int time) throws Exception {
        Tls.connect();
    }

    @ParameterizedTest
    @MethodSource("times")
    void clean(int time) throws Exception {
        Tls.connect().close();
    }

    /** Nothing of TLS: what the guard costs a test that opens no session. */
    @ParameterizedTest
    @MethodSource("times")
    void idle(int time) {}
}
