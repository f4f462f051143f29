package io.github.tlsleak.apps.attach;

import java.io.IOException;

/** Uses no TLS and waits for the end of its standard input. */
public final class Idle {
    private Idle() {}

    public static void main(String[] args) throws IOException {
        System.out.println("ready");
        int next = System.in.read();
        while (next != -1) {
            next = System.in.read();
        }
        System.out.println("DONE");
    }
}
