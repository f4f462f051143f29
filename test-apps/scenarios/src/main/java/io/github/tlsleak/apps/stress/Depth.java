package io.github.tlsleak.apps.stress;

/** Runs a step near the end of the stack. Used by one thread. */
final class Depth {

    /** A step of a session. */
    interface Step {
        void run() throws Exception;
    }

    private Step step;
    private boolean begun;

    /** Runs the step that many frames above the end of this thread's stack. */
    void run(Step next, int framesAbove) throws Exception {
        step = next;
        begun = false;
        sink(framesAbove);
        if (!begun) {
            next.run();
        }
    }

    /**
     * Goes down to the end of the stack and runs the step on the way back. Returns how many frames
     * further up the step must run.
     */
    @SuppressWarnings("InfiniteRecursion") // the stack ends here, as intended
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
