package io.github.tlsleak.common.verdict;

/** The kind of object that holds a session. Immutable, thread-safe. */
public enum Resource {
    /** A {@code javax.net.ssl.SSLSocket}: holds a descriptor. */
    SSL_SOCKET("SSLSocket"),
    /** A {@code javax.net.ssl.SSLEngine}: holds no descriptor. */
    SSL_ENGINE("SSLEngine"),
    /** A {@code javax.net.ssl.SSLServerSocket}. */
    SSL_SERVER_SOCKET("SSLServerSocket"),
    /** A {@code javax.net.ssl.SSLContext}. */
    SSL_CONTEXT("SSLContext");

    private final String label;

    Resource(String label) {
        this.label = label;
    }

    /**
     * The JSSE name of the class.
     *
     * @return for example {@code SSLSocket}
     */
    public String label() {
        return label;
    }
}
