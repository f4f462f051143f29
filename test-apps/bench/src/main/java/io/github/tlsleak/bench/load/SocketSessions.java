package io.github.tlsleak.bench.load;

import io.github.tlsleak.apps.support.Stacks;
import io.github.tlsleak.bench.load.meter.Meter;
import java.io.IOException;

/**
 * {@code WARMUP MEASURE DEPTH}: sockets without cryptography get a descriptor and are closed, at
 * that depth of the stack. Tools that follow sockets can be compared with it.
 */
public final class SocketSessions {

    private SocketSessions() {}

    public static void main(String[] args) throws Exception {
        int deeper = Integer.parseInt(args[2]) - Stacks.depth();
        Meter.run(
                args[0],
                args[1],
                () -> {
                    for (int i = 0; i < 100; i++) {
                        Stacks.deeper(deeper, 0, SocketSessions::open).close();
                    }
                    return 100;
                });
    }

    private static FakeSocket open() {
        FakeSocket socket = new FakeSocket();
        try {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return socket;
    }
}
