package io.github.tlsleak.cli.attach;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The jar and a request, where a JVM sees them. Closing removes what was put there. Used by one
 * thread at a time.
 */
interface Delivery extends AutoCloseable {

    /** The directory of the request, for messages and for failures. */
    RequestDirectory directory();

    /** The jar, as the JVM sees it. */
    String jar();

    /** The directory that relative files in options refer to, as the JVM sees it. */
    String base();

    /** Writes the request, so that the JVM can read it. */
    void write(Map<String, String> request) throws IOException;

    /**
     * Loads the jar. Returns when the JVM has done what the request says.
     *
     * @throws Exception see {@link AgentLoad#load}
     */
    void load() throws Exception;

    /** Whether there is an answer, valid or not. */
    boolean hasReply() throws IOException;

    /** The answer; null if there is none or it is not valid. */
    @Nullable Reply reply() throws IOException;

    @Override
    void close();
}
