package io.github.tlsleak.agent.output.jmx;

import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/** A site with many findings, as JMX shows it. Immutable. */
public final class TopSite {

    private final String site;
    private final @Nullable String frame;
    private final String owner;
    private final long findings;

    TopSite(String site, @Nullable String frame, String owner, long findings) {
        this.site = site;
        this.frame = frame;
        this.owner = owner;
        this.findings = findings;
    }

    /**
     * Makes such an object in a client. JMX finds this method by its name.
     *
     * @param data one element of what {@link TlsLeakMXBean#getTopSites} has sent
     */
    public static TopSite from(CompositeData data) {
        return new TopSite(
                (String) data.get("site"),
                (String) data.get("frame"),
                (String) data.get("owner"),
                (Long) data.get("findings"));
    }

    /** The fingerprint, 16 hex digits. */
    public String getSite() {
        return site;
    }

    /** The frame that stands for the site; null if there is no stack. */
    public @Nullable String getFrame() {
        return frame;
    }

    /** {@code application}, {@code library} or {@code jdk}. */
    public String getOwner() {
        return owner;
    }

    /** How many leaks, defects and notices it has. */
    public long getFindings() {
        return findings;
    }
}
