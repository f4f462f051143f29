package io.github.tlsleak.data;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The sites of one service: its own, those of a library that all services share, and those that
 * only its new version has. Immutable.
 */
final class FleetSites {

    private static final int OWN = 15;
    private static final int SHARED = 10;
    private static final int NEW = 3;

    private final List<String> sites = new ArrayList<>();
    private final int service;

    FleetSites(int service, boolean isNew) {
        this.service = service;
        for (int i = 0; i < OWN + (isNew ? NEW : 0); i++) {
            sites.add(name(1_000 * (service + 1) + i));
        }
        for (int i = 0; i < SHARED; i++) {
            sites.add(name(i));
        }
    }

    private static String name(long number) {
        return HexFormat.of().toHexDigits(number * 0x9E3779B97F4A7C15L);
    }

    /** Some sites have more findings than others. */
    String pick(SplittableRandom random) {
        int half = sites.size() / 2;
        int most = half + random.nextInt(sites.size() - half) + 1;
        return sites.get(random.nextInt(most));
    }

    /**
     * The site with the findings that the command {@code report} keeps of a limited number of
     * sites: open sessions, contexts and sessions that are many.
     */
    String first() {
        return sites.get(0);
    }

    /** The sites that an older version of the service does not have. */
    List<String> onlyOfNewVersion() {
        return sites.subList(OWN, sites.size() - SHARED);
    }

    /** All of them. */
    List<String> all() {
        return sites;
    }

    /** Those that no other service has. */
    List<String> own() {
        return sites.subList(0, sites.size() - SHARED);
    }

    /** A site that has its line in the file. */
    String known(Set<String> described, SplittableRandom random) {
        String site = pick(random);
        while (!described.contains(site)) {
            site = pick(random);
        }
        return site;
    }

    /** The responsible frame. Its line differs between JVMs of several versions, as in life. */
    String frame(String site) {
        int index = sites.indexOf(site);
        return "com.example.service" + service + ".Client.open(Client.java:" + (100 + index) + ")";
    }
}
