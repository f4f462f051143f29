package io.github.tlsleak.apps.soak;

/**
 * A way in which sessions end. The method that opens the session has the way's name: it is the site
 * that a report must name. Immutable.
 *
 * @param method class and method, such as {@code EngineMistakes.dropped}
 * @param verdict what a report must say; empty where the session ends in order
 * @param severity of the finding; empty where there is none
 * @param play opens sessions and ends, or forgets, them
 */
record Way(String method, String verdict, String severity, Play play) {

    /** Plays once. */
    interface Play {

        /**
         * @return number of sessions in this program, those of servers included
         * @throws Exception if it did not go as intended
         */
        int on(Wire wire) throws Exception;
    }

    /** A way that leaves nothing to report. */
    static Way clean(Class<?> in, String method, Play play) {
        return new Way(in.getSimpleName() + '.' + method, "", "", play);
    }

    static Way leak(Class<?> in, String method, String verdict, Play play) {
        return new Way(in.getSimpleName() + '.' + method, verdict, "leak", play);
    }

    static Way defect(Class<?> in, String method, String verdict, Play play) {
        return new Way(in.getSimpleName() + '.' + method, verdict, "defect", play);
    }

    static Way notice(Class<?> in, String method, String verdict, Play play) {
        return new Way(in.getSimpleName() + '.' + method, verdict, "notice", play);
    }

    /** The verdict on a dropped socket: a finalizer closes it up to JDK 18. */
    static String ofDropped() {
        return Runtime.version().feature() <= 18 ? "RESCUED" : "LOST";
    }

    boolean isMistake() {
        return !verdict.isEmpty();
    }
}
