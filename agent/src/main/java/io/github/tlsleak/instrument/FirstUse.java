package io.github.tlsleak.instrument;

/** Builds what hooks call, when the first class that needs it is loaded. Thread-safe. */
public interface FirstUse {

    /**
     * Called in class loading, before a class gets hooks. Must not load a class of JSSE: another
     * thread may be loading that, and be waiting here.
     *
     * @return whether hooks may be written
     */
    boolean ready();
}
