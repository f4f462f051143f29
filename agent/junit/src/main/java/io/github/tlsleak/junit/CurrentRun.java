package io.github.tlsleak.junit;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the checks of this JVM share. Thread-safe. */
final class CurrentRun {

    static final Guards GUARDS = new Guards();
    static final Ledger LEDGER = new Ledger();
    static final Allowed ALLOWED = new Allowed();

    /** Top-level classes that run, by unique id: guarded ones, and all if there is a listener. */
    static final Set<String> CLASSES = ConcurrentHashMap.newKeySet();

    private static volatile boolean listened;

    private CurrentRun() {}

    /** There is a listener: scopes begin and end without the extension's help. */
    static void listened() {
        listened = true;
    }

    static boolean isListened() {
        return listened;
    }
}
