package io.github.tlsleak.analysis;

import io.github.tlsleak.verdict.Hints;
import io.github.tlsleak.verdict.KnownBehaviours;
import io.github.tlsleak.verdict.Resource;
import io.github.tlsleak.verdict.Severity;
import io.github.tlsleak.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A site and its findings in words. Stateless. */
final class SiteText {

    private static final int PEERS_SHOWN = 3;
    private static final KnownBehaviours KNOWN = new KnownBehaviours();

    private SiteText() {}

    /** All that is known of a site, a line each. */
    static List<String> lines(SiteStats site, int number) {
        List<String> lines = new ArrayList<>();
        Verdict verdict = verdict(site);
        Resource resource = resource(site.resource());
        boolean explained = verdict != null && resource != null;
        lines.add(number + ". " + verdicts(site));
        if (explained) {
            lines.add("  what      " + resource.label() + " " + Hints.headline(verdict, resource));
        }
        lines.add("  site      " + place(site));
        if (site.first() != null) {
            lines.add("  found     first " + site.first() + ", last " + site.last());
        }
        peers(site, lines);
        lifetimes(site.lifetimes(), lines);
        known(site.known(), lines);
        if (site.error() != null) {
            lines.add("  error     " + site.error());
        }
        if (explained) {
            lines.add("  fix       " + Hints.fix(verdict, resource));
        }
        stack(site, lines);
        return lines;
    }

    /** Fingerprint, frame and owner. */
    static String place(SiteStats site) {
        String frame = site.frame();
        if (frame == null) {
            frame = site.stack().isEmpty() ? "(stack not known)" : site.stack().get(0);
        }
        String owner = site.owner() == null ? "" : "  [" + site.owner() + "]";
        return site.fingerprint() + "  " + frame + owner;
    }

    private static String verdicts(SiteStats site) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Severity, Counts> entry : site.verdicts().entrySet()) {
            text.append(text.length() == 0 ? "" : "; ");
            text.append(entry.getKey().label()).append(": ").append(entry.getValue().text());
        }
        return text + (site.skipped() > 0 ? "; and " + site.skipped() + " only counted" : "");
    }

    /** The most frequent of the worst, or null if that is none we know. */
    private static Verdict verdict(SiteStats site) {
        String name = site.verdicts().get(site.worst()).byCount().get(0).getKey();
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(name)) {
                return verdict;
            }
        }
        return null;
    }

    private static Resource resource(String label) {
        for (Resource resource : Resource.values()) {
            if (resource.label().equals(label)) {
                return resource;
            }
        }
        return null;
    }

    private static void peers(SiteStats site, List<String> lines) {
        List<Map.Entry<String, Long>> peers = site.peers().byCount();
        StringBuilder text = new StringBuilder();
        int shown = Math.min(PEERS_SHOWN, peers.size());
        for (Map.Entry<String, Long> peer : peers.subList(0, shown)) {
            text.append(text.length() == 0 ? "" : ", ").append(peer.getKey());
        }
        if (peers.isEmpty()) {
            return;
        }
        boolean more = peers.size() > shown || site.peers().others() > 0;
        lines.add("  peers     " + text + (more ? " and others" : ""));
    }

    private static void lifetimes(Lifetimes lifetimes, List<String> lines) {
        if (lifetimes.isEmpty()) {
            return;
        }
        lines.add(
                "  lived     min "
                        + Numbers.seconds(lifetimes.min())
                        + (lifetimes.isSampled() ? ", median about " : ", median ")
                        + Numbers.seconds(lifetimes.median())
                        + ", max "
                        + Numbers.seconds(lifetimes.max()));
    }

    private static void known(String id, List<String> lines) {
        if (id == null) {
            return;
        }
        String explanation = "";
        for (KnownBehaviours.Rule rule : KNOWN.rules()) {
            if (rule.id().equals(id)) {
                explanation = ": " + rule.sentence() + " (" + rule.link() + ")";
            }
        }
        lines.add("  known     " + id + explanation);
    }

    private static void stack(SiteStats site, List<String> lines) {
        if (site.stack().isEmpty()) {
            lines.add("  allocated at: not known");
            return;
        }
        lines.add(site.isAdopted() ? "  older than the agent, next used at" : "  allocated at");
        boolean marked = false;
        for (String frame : site.stack()) {
            boolean mark = !marked && frame.equals(site.frame());
            marked |= mark;
            lines.add((mark ? "  > " : "    ") + frame);
        }
    }
}
