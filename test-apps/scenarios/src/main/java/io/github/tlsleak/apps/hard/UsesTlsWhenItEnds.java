package io.github.tlsleak.apps.hard;

import java.io.IOException;

/** A shutdown hook of the program is the first to use TLS. */
public final class UsesTlsWhenItEnds {

    private UsesTlsWhenItEnds() {}

    public static void main(String[] args) {
        Runtime.getRuntime().addShutdownHook(new Thread(UsesTlsWhenItEnds::say));
    }

    private static void say() {
        try {
            Engines.closed(Engines.context(), 1);
            System.out.println("CLOSED");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
