package io.github.tlsleak.agent.output.export;

import io.github.tlsleak.agent.collect.FindingListener;

/**
 * Sends findings and metrics to a collector elsewhere. Nobody waits for it but who calls {@link
 * #end}. Started and ended by one thread; {@link #status} may be called by any.
 */
public interface Exporter extends FindingListener {

    /** Starts the threads that send. */
    void start();

    /**
     * Sends what there is for the last time and stops: no thread and no connection stays. Never
     * throws.
     *
     * @param millis how long to wait at most
     */
    void end(long millis);

    /** Where it sends to, what was sent, what was dropped and the last error, in one line. */
    String status();
}
