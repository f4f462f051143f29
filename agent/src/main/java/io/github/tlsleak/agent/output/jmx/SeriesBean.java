package io.github.tlsleak.agent.output.jmx;

import io.github.tlsleak.agent.output.metrics.Series;
import org.jspecify.annotations.Nullable;

/** The MBean of one series. Thread-safe; called on threads of JMX clients. */
public final class SeriesBean implements SeriesMXBean {

    private final Series series;

    SeriesBean(Series series) {
        this.series = series;
    }

    /** The object name. None of the values needs quotes. */
    String name() {
        return "io.github.tlsleak:type=Findings,verdict="
                + series.verdict.name()
                + ",severity="
                + series.severity.label()
                + ",owner="
                + series.owner.json()
                + ",resource="
                + series.resource.label()
                + ",site="
                + series.site;
    }

    @Override
    public long getCount() {
        return series.count();
    }

    @Override
    public @Nullable String getFrame() {
        return series.frame;
    }
}
