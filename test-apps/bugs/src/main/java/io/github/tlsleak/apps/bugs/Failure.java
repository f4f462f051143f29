package io.github.tlsleak.apps.bugs;

/** An exception that a library must throw. */
final class Failure {

    private Failure() {}

    /** The code that must throw it. */
    interface Call {
        void run() throws Exception;
    }

    /** Runs the code, which must throw: these words are in the exception's or a cause's text. */
    static void of(Class<? extends Exception> type, String words, Call call) {
        try {
            call.run();
        } catch (Exception e) {
            if (type.isInstance(e) && tells(e, words)) {
                return;
            }
            throw new IllegalStateException("another exception than " + words, e);
        }
        throw new IllegalStateException("no " + type.getName());
    }

    private static boolean tells(Throwable e, String words) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (String.valueOf(t.getMessage()).contains(words)) {
                return true;
            }
        }
        return false;
    }
}
