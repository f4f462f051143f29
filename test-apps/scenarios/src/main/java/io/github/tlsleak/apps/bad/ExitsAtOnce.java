package io.github.tlsleak.apps.bad;

import javax.net.ssl.SSLContext;

// peer: none
// expect: none

/**
 * Uses TLS and ends by System.exit within a few milliseconds. The agent must neither delay nor
 * break that. It does not wait for the test.
 */
public final class ExitsAtOnce {
    public static void main(String[] args) throws Exception {
        SSLContext.getDefault().createSSLEngine();
        System.out.println("DONE");
        System.exit(0);
    }
}
