package io.github.tlsleak.apps.heap.old.sun.security.ssl;

/** Has the fields of SunJSSE's session before Java 8u261, as far as they are read. */
final class SSLSessionImpl {

    final Named protocolVersion = new Named("TLSv1.2");
    final Named cipherSuite = new Named("TLS_RSA_WITH_AES_128_GCM_SHA256");

    /** A protocol version or cipher suite. */
    static final class Named {
        final String name;

        Named(String name) {
            this.name = name;
        }
    }
}
