package io.github.tlsleak.junit;

/** Lines on standard error for whoever reads the output of the tests. Stateless, thread-safe. */
final class Notes {

    private Notes() {}

    static void warn(String text) {
        System.err.println("[tlsleak] WARN " + text);
    }

    static void info(String text) {
        System.err.println("[tlsleak] INFO " + text);
    }
}
