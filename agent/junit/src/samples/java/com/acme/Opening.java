package com.acme;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What threads do that open a session and forget it. Stateless. */
final class Opening {

    static final Runnable SOCKET =
            () -> {
                try {
                    Tls.connect();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };

    private Opening() {}

    static boolean hasVirtualThreads() {
        String version = System.getProperty("java.specification.version");
        return !version.startsWith("1.") && Integer.parseInt(version) >= 21;
    }

    /** {@code Thread.startVirtualThread}, which JDK 8 does not know. */
    static Thread startVirtual(Runnable task) throws ReflectiveOperationException {
        return (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }
}
