package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.site.SiteTable;
import io.github.tlsleak.common.schema.BaselineFields;
import io.github.tlsleak.common.text.PlainText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts findings inside and outside the baseline, without suppressed ones. Immutable. */
final class BaselineCounts {

    private final boolean given;
    private final long accepted;
    private final long acceptedSites;
    private final long newSites;
    private final long unseen;

    private BaselineCounts(SiteTable sites) {
        long findings = 0;
        long known = 0;
        long fresh = 0;
        Set<String> seen = new HashSet<>();
        for (SiteCounts f : SiteCounts.of(sites)) {
            if (f.site.isAccepted()) {
                known++;
                seen.addAll(f.site.acceptedAs());
                findings += f.sum;
            } else {
                fresh++;
            }
        }
        given = sites.baseline().isGiven();
        accepted = findings;
        acceptedSites = known;
        newSites = fresh;
        unseen = sites.baseline().size() - seen.size();
    }

    /** The counts at this moment. */
    static BaselineCounts of(SiteTable sites) {
        return new BaselineCounts(sites);
    }

    /** One line; null if there is no baseline. */
    @Nullable String text() {
        return given
                ? "baseline: "
                        + PlainText.count(accepted, "finding")
                        + " at "
                        + PlainText.count(acceptedSites, "known site")
                        + ", "
                        + PlainText.count(newSites, "new site")
                        + (unseen > 0 ? "; " + unseen + " of its sites without findings" : "")
                : null;
    }

    /** A JSON object; null if there is no baseline. */
    @Nullable Map<String, Long> json() {
        if (!given) {
            return null;
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(BaselineFields.ACCEPTED, accepted);
        counts.put(BaselineFields.ACCEPTED_SITES, acceptedSites);
        counts.put(BaselineFields.NEW_SITES, newSites);
        counts.put(BaselineFields.UNSEEN_SITES, unseen);
        return counts;
    }
}
