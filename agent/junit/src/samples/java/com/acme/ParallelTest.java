package com.acme;

import io.github.tlsleak.junit.NoTlsLeaks;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests that run at the same time: each fails for itself. */
@NoTlsLeaks
@Execution(ExecutionMode.CONCURRENT)
class ParallelTest {

    private static final CountDownLatch BOTH = new CountDownLatch(2);

    /** Waits for the other one for a while, in case they do not run at the same time. */
    private static void meet() throws InterruptedException {
        BOTH.countDown();
        BOTH.await(5, TimeUnit.SECONDS);
    }

    @Test
    void forgets() throws Exception {
        meet();
        Tls.connect();
    }

    @Test
    void closes() throws Exception {
        meet();
        Tls.connect().close();
    }
}
