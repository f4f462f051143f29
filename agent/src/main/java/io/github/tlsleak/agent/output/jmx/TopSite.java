package io.github.tlsleak.agent.output.jmx;

import javax.management.openmbean.CompositeData;

/** One of the sites with most findings, as JMX shows it. Immutable. */
public final class TopSite {

    private final String site;
    private final String frame;
    private final String owner;
    private final long findings;

    TopSite(String site, String frame, String owner, long findings) {
        this.site = site;
        this.frame = frame;
        this.owner = owner;
        this.findings = findings;
    }

    /**
     * Rebuilds one in a client: JMX finds this method by its name.
     *
     * @param data what {@link TlsLeakMXBean#getTopSites} sent
     * @return the site
     */
    public static TopSite from(CompositeData data) {
        return new TopSite(
                (String) data.get("site"),
                (String) data.get("frame"),
                (String) data.get("owner"),
                (Long) data.get("findings"));
    }

    /** Its name, 16 hex digits. */
    public String getSite() {
        return site;
    }

    /** The responsible frame, or null. */
    public String getFrame() {
        return frame;
    }

    /** {@code application}, {@code library} or {@code jdk}. */
    public String getOwner() {
        return owner;
    }

    /** Leaks, defects and notices. */
    public long getFindings() {
        return findings;
    }
}
