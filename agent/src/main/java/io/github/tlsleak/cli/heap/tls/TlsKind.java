package io.github.tlsleak.cli.heap.tls;

/** The kinds of TLS objects in a dump that have a state. */
public enum TlsKind {
    SOCKET("SSLSocket"),
    ENGINE("SSLEngine"),
    SERVER_SOCKET("SSLServerSocket");

    private final String type;

    TlsKind(String type) {
        this.type = type;
    }

    /** The simple name of the JSSE's class. */
    public String typeName() {
        return type;
    }

    /** The full name of the JSSE's class. */
    String className() {
        return "javax.net.ssl." + type;
    }
}
