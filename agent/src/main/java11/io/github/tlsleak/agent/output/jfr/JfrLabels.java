package io.github.tlsleak.agent.output.jfr;

import io.github.tlsleak.common.labels.LabelNames;
import io.github.tlsleak.common.labels.Labels;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** What the process is called where many run, once a chunk; null where a label is not there. */
@Name("tlsleak.Labels")
@Label("Labels of the Process")
@Category("TLS Leaks")
@Description("What the process is called where many run")
@Registered(false)
@StackTrace(false)
@Period("everyChunk")
final class JfrLabels extends Event {

    @Label("Service")
    @Nullable String service;

    @Label("Version")
    @Nullable String version;

    @Label("Namespace")
    @Nullable String namespace;

    @Label("Pod")
    @Nullable String pod;

    @Label("Node")
    @Nullable String node;

    @Label("Container")
    @Nullable String container;

    @Label("Environment")
    @Nullable String environment;

    @Label("Labels")
    @Description("All of them, as the option takes them")
    @Nullable String labels;

    /** Commits one, if a recording wants it and there are labels. */
    static void commit(Labels all) {
        JfrLabels event = new JfrLabels();
        if (all.isEmpty() || !event.isEnabled()) {
            return;
        }
        event.service = all.get(LabelNames.SERVICE);
        event.version = all.get(LabelNames.VERSION);
        event.namespace = all.get(LabelNames.NAMESPACE);
        event.pod = all.get(LabelNames.POD);
        event.node = all.get(LabelNames.NODE);
        event.container = all.get(LabelNames.CONTAINER);
        event.environment = all.get(LabelNames.ENVIRONMENT);
        event.labels = all.toString();
        event.commit();
    }
}
