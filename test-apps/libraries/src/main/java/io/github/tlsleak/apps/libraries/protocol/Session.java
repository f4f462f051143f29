package io.github.tlsleak.apps.libraries.protocol;

/** An open connection of a library. Its close() closes the connection as the documentation says. */
interface Session extends AutoCloseable {

    /** Asks the server something and waits for the answer. */
    void use() throws Exception;
}
