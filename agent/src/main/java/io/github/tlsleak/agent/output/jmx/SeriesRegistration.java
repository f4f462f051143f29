package io.github.tlsleak.agent.output.jmx;

import io.github.tlsleak.agent.output.metrics.FindingSeries;
import io.github.tlsleak.agent.output.metrics.Series;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;

/**
 * Registers one MBean for each series of findings, once the agent's own MBean is registered. A name
 * that is taken stays with whoever has it. Guarded by its owner.
 */
final class SeriesRegistration {

    private final FindingSeries series;
    private final List<Runnable> undo = new ArrayList<>();

    /** How many series were looked at. */
    private int known;

    SeriesRegistration(FindingSeries series) {
        this.series = series;
    }

    /** Registers the series that are new. */
    void tick() throws JMException {
        for (Series one : series.after(known)) {
            SeriesBean bean = new SeriesBean(one);
            Runnable unregister;
            try {
                unregister = PlatformServer.register(bean, bean.name());
            } catch (IllegalStateException e) {
                // the name is taken
                known++;
                continue;
            }
            if (unregister == null) {
                return;
            }
            undo.add(unregister);
            known++;
        }
    }

    /** Unregisters all; one that fails does not keep the others. */
    void close() {
        RuntimeException failed = null;
        for (Runnable unregister : undo) {
            try {
                unregister.run();
            } catch (RuntimeException e) {
                failed = e;
            }
        }
        undo.clear();
        if (failed != null) {
            throw failed;
        }
    }
}
