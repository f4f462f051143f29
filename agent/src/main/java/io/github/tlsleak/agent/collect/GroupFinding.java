package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Grader;
import io.github.tlsleak.common.verdict.Figure;
import io.github.tlsleak.common.verdict.Resource;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** One verdict on many objects of a site: its contexts, or its sessions. Immutable. */
public final class GroupFinding extends Finding {

    /** Whether a finding is a new one, or tells how an earlier one went on. */
    public enum Phase {
        /** The first one of the verdict and the site. */
        NEW,
        /** It has become worse. The figures replace the earlier ones. */
        AGAIN,
        /** It is over. The figures replace the earlier ones. */
        OVER
    }

    /** What this finding says of earlier ones. */
    public final Phase phase;

    /** What is known, in order; a figure that is not known is absent. Immutable. */
    public final Map<Figure, Long> figures;

    /** The peers with the most sessions, the most frequent one first. Immutable. */
    public final Map<String, Long> peers;

    /**
     * @param figures copied
     * @param peers sessions by peer, the most frequent one first; copied
     * @param time the moment of it by the wall clock
     */
    public GroupFinding(
            Verdict verdict,
            Grader.Grade grade,
            Resource resource,
            Site site,
            Phase phase,
            Map<Figure, Long> figures,
            Map<String, Long> peers,
            long time) {
        super(verdict, grade, resource, site, time);
        this.phase = phase;
        Map<Figure, Long> copy = new EnumMap<>(Figure.class);
        copy.putAll(figures);
        this.figures = Collections.unmodifiableMap(copy);
        this.peers = Collections.unmodifiableMap(new LinkedHashMap<>(peers));
    }

    /** A figure; -1 if it is not known. */
    public long figure(Figure figure) {
        return figures.getOrDefault(figure, -1L);
    }

    /** The figures in words, such as {@code 25 contexts, 26 sessions, 2 alive}. */
    public String words() {
        StringBuilder words = new StringBuilder();
        for (Map.Entry<Figure, Long> figure : figures.entrySet()) {
            words.append(words.length() == 0 ? "" : ", ");
            words.append(figure.getKey().words(figure.getValue()));
        }
        return words.toString();
    }
}
