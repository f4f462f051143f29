package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.agent.site.SiteTable;

/** Estimates the heap that the agent's own records take. Stateless, thread-safe. */
public final class Memory {

    /** Measured on JDK 17 with compressed pointers: both references, state, entry in the table. */
    private static final long RECORD_BYTES = 120;

    private static final long SITE_BYTES = 256;

    /** Bytes of a String and its array without the characters. */
    private static final long FRAME_BYTES = 56;

    private Memory() {}

    /** The bytes that a number of records and all sites take. */
    public static long bytes(long records, SiteTable sites) {
        long sum = records * RECORD_BYTES;
        for (CallStack stack : sites.stacks()) {
            sum += SITE_BYTES;
            for (String frame : stack.frames()) {
                sum += FRAME_BYTES + frame.length();
            }
        }
        return sum;
    }
}
