package io.github.tlsleak.cli.heap.agent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the agent knew of the sessions of a group, such as those that one path holds: their sites,
 * and for each site ages, threads and verdicts. Used by one thread.
 */
public final class KnownGroup {

    private final AgentKnowledge knowledge;
    private final Map<String, SiteSum> sites = new HashMap<>();
    private long known;
    private long unknown;

    /**
     * @param knowledge of the dump
     */
    public KnownGroup(AgentKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    /**
     * Takes a session of the group.
     *
     * @param objectIndex of its socket or engine
     */
    public void add(int objectIndex) {
        KnownSession session = knowledge.of(objectIndex);
        if (session == null) {
            unknown++;
        } else {
            add(session);
        }
    }

    void add(KnownSession session) {
        known++;
        KnownSite site = session.site();
        sites.computeIfAbsent(site.fingerprint(), name -> new SiteSum(site)).add(session);
    }

    /** How many of the sessions the agent followed. */
    public long known() {
        return known;
    }

    /** How many it did not follow. */
    public long unknown() {
        return unknown;
    }

    /** The sites, the one with the most sessions first. */
    public List<SiteSum> sites() {
        List<SiteSum> sorted = new ArrayList<>(sites.values());
        sorted.sort(
                Comparator.comparingLong((SiteSum sum) -> -sum.sessions())
                        .thenComparing(sum -> sum.site.fingerprint()));
        return sorted;
    }
}
