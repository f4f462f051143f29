package io.undertow;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** Stands for a library. A known behaviour excuses this library. */
public final class Played {
    private Played() {}

    /** An engine that this library makes. */
    public static SSLEngine engine(SSLContext context) {
        return context.createSSLEngine("localhost", 4433);
    }
}
