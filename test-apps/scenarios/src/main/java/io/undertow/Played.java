package io.undertow;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** In the place of a library of which a known behaviour excuses what it leaves undone. */
public final class Played {
    private Played() {}

    /** An engine that this library has made. */
    public static SSLEngine engine(SSLContext context) {
        return context.createSSLEngine("localhost", 4433);
    }
}
