package io.github.tlsleak.apps.libraries.http;

import io.github.tlsleak.apps.libraries.LibraryStage;

/** The settings of a client or server. */
public final class Wanted {

    /** Peers, keys and trust. */
    public final LibraryStage stage;

    /** Whether the peer's certificate is trusted. */
    public boolean trusting = true;

    /** Seconds until an idle connection is closed. 0: not within a minute. */
    public int idleSeconds;

    /** Milliseconds to wait for an answer. 0: a minute. */
    public int answerMillis;

    /** Whether to speak HTTP/2. */
    public boolean http2;

    Wanted(LibraryStage stage) {
        this.stage = stage;
    }

    /** The wanted seconds. If none are wanted, more than any situation lasts. */
    public int idleMillis() {
        return idleSeconds == 0 ? 60_000 : idleSeconds * 1_000;
    }

    /** The wanted milliseconds. If none are wanted, more than any situation lasts. */
    public int patienceMillis() {
        return answerMillis == 0 ? 60_000 : answerMillis;
    }
}
