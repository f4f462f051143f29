package io.github.tlsleak.bench.load.http;

import java.io.Closeable;
import java.io.IOException;

/** What a client does over and over: one request or message and its answer. Not thread-safe. */
interface Conversation extends Closeable {

    /** Sends one and reads its answer. */
    void exchange() throws IOException;
}
