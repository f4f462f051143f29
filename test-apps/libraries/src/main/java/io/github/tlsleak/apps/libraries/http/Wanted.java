package io.github.tlsleak.apps.libraries.http;

import io.github.tlsleak.apps.libraries.LibraryStage;

/** How a client or server is to be set up. */
public final class Wanted {

    /** Peers, keys and trust. */
    public final LibraryStage stage;

    /** Whether the peer's certificate is trusted. */
    public boolean trusting = true;

    /** After how many seconds an idle connection is to be closed; 0: not within a minute. */
    public int idleSeconds;

    /** How long to wait for an answer, milliseconds; 0: a minute. */
    public int answerMillis;

    /** Whether to speak HTTP/2. */
    public boolean http2;

    Wanted(LibraryStage stage) {
        this.stage = stage;
    }

    /** What is asked for, or else more than any situation lasts. */
    public int idleMillis() {
        return idleSeconds == 0 ? 60_000 : idleSeconds * 1_000;
    }

    /** What is asked for, or else more than any situation lasts. */
    public int patienceMillis() {
        return answerMillis == 0 ? 60_000 : answerMillis;
    }
}
