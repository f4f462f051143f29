package io.github.tlsleak.apps.hard;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * The wall clock goes forward by a day while one engine idles and another is half closed. It goes
 * back before a third engine is dropped. A file tells the clock to step. The first two engines are
 * closed in order.
 */
public final class ClockSteps {

    private static final long HOUR_MILLIS = 3_600_000;

    /** Longer than the interval of the agent's scan for open sessions. */
    private static final long LOOK_MILLIS = 6_000;

    private ClockSteps() {}

    public static void main(String[] args) throws Exception {
        Path file = Paths.get(args[0]);
        SSLContext context = Engines.context();
        SSLEngine idle = Engines.pair(context);
        SSLEngine half = context.createSSLEngine("localhost", 4433);
        SSLEngine other = context.createSSLEngine();
        new EnginePair(half, other).handshake();
        EnginePair.close(half);
        long before = System.currentTimeMillis();
        Files.createFile(file);
        System.out.println("FORWARD " + (System.currentTimeMillis() - before > HOUR_MILLIS));
        Stage.sleep(LOOK_MILLIS);
        EnginePair.close(idle);
        EnginePair.close(other);
        Files.delete(file);
        Stage.awaitCollected(Engines.dropped(context, 1));
        Stage.done();
    }
}
