package io.github.tlsleak.apps.faults;

/** A part of a program's life with TLS. It is played again and again, each time with one fault. */
interface Round {

    /**
     * Plays it. Sessions that a thread called "healthy ..." makes are closed in order; those of a
     * thread called "dropped ..." are not.
     *
     * @param fault begins to count points on the thread that calls it
     * @param name what the round is called; the threads are named after it
     * @throws Exception never, unless the agent harms the program
     */
    void play(Runnable fault, String name) throws Exception;

    /** Names the current thread; the sessions that it makes are reported with that name. */
    static void thread(String name) {
        Thread.currentThread().setName(name);
    }
}
