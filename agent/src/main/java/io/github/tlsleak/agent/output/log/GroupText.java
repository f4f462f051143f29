package io.github.tlsleak.agent.output.log;

import io.github.tlsleak.agent.collect.GroupFinding;
import io.github.tlsleak.agent.output.SiteDescription;
import io.github.tlsleak.common.rules.Fixes;
import io.github.tlsleak.common.text.PlainText;
import io.github.tlsleak.common.verdict.VerdictText;
import java.util.List;
import java.util.Map;

/** Describes a finding on many objects of a site in words. Stateless, thread-safe. */
public final class GroupText {

    private GroupText() {}

    /** The full report. */
    public static String full(GroupFinding f) {
        StringBuilder text = new StringBuilder(512);
        text.append(f.verdict).append(": ").append(headline(f));
        text.append("\n  site      ").append(SiteDescription.of(f.site));
        if (!f.peers.isEmpty()) {
            text.append("\n  peers     ").append(peers(f));
        }
        text.append("\n  why       ").append(VerdictText.why(f.verdict, f.resource));
        List<String> holders = Fixes.holders(f.site.stack(), f.site.frame());
        text.append("\n  fix       ").append(Fixes.of(f.verdict, f.resource, null, holders));
        SiteDescription.stack(text, f.site.first());
        return text.toString();
    }

    /** One line about a finding that was reported in full before. */
    static String again(GroupFinding f) {
        String peers = f.peers.isEmpty() ? "" : ", peers " + peers(f);
        return f.verdict + " goes on: " + headline(f) + peers + ", " + SiteDescription.of(f.site);
    }

    /** One line about a finding that is over. */
    static String over(GroupFinding f) {
        return f.verdict + " is over after all: " + headline(f) + ", " + SiteDescription.of(f.site);
    }

    private static String headline(GroupFinding f) {
        return f.resource.label() + "s of one site: " + f.words();
    }

    private static String peers(GroupFinding f) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Long> peer : f.peers.entrySet()) {
            text.append(text.length() == 0 ? "" : ", ").append(PlainText.printable(peer.getKey()));
            text.append(" (").append(peer.getValue()).append(')');
        }
        return text.toString();
    }
}
