package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.site.SiteTable;

/** What the agent's own records take of the heap: an estimate. Stateless. */
public final class Memory {

    /** Measured on 17 with compressed pointers: both references, state, place in the table. */
    private static final long RECORD_BYTES = 120;

    private static final long SITE_BYTES = 256;

    /** Text and byte array around the characters. */
    private static final long FRAME_BYTES = 56;

    private Memory() {}

    /** Bytes of so many records and of all sites. */
    public static long bytes(long records, SiteTable sites) {
        long sum = records * RECORD_BYTES;
        for (Site site : sites.all()) {
            sum += SITE_BYTES;
            for (String frame : site.stack()) {
                sum += FRAME_BYTES + frame.length();
            }
        }
        return sum;
    }
}
