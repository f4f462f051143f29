package io.github.tlsleak.apps.bugs;

/** Calls that a silent server keeps waiting. Stateless. */
final class Unanswered {

    private Unanswered() {}

    /** Makes a call on a thread of its own, for ever or until the library gives up. */
    static void start(BugStage stage, Failure.Call call) {
        stage.keepsSessions();
        stage.countsAlone();
        Thread thread = new Thread(() -> Failure.of(Exception.class, "", call), "caller");
        thread.setDaemon(true);
        thread.start();
    }
}
