package io.github.tlsleak.apps.stress;

/** Runs a step where the stack is about to end. Used by one thread. */
final class Depth {

    /** A step of a session. */
    interface Step {
        void run() throws Exception;
    }

    private Step step;
    private boolean begun;

    /** Runs it that many frames above the end of this thread's stack. */
    void run(Step next, int framesAbove) throws Exception {
        step = next;
        begun = false;
        sink(framesAbove);
        if (!begun) {
            next.run();
        }
    }

    /** Returns how many frames further up it is to be. */
    @SuppressWarnings("InfiniteRecursion") // it ends where the stack does
    private int sink(int framesAbove) throws Exception {
        int left;
        try {
            left = sink(framesAbove);
        } catch (StackOverflowError e) {
            if (begun) {
                throw e;
            }
            left = framesAbove;
        }
        if (left == 0) {
            begun = true;
            step.run();
        }
        return left - 1;
    }
}
