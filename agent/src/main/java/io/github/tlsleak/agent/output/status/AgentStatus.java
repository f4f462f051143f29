package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.common.labels.Labels;
import io.github.tlsleak.common.options.Options;
import io.github.tlsleak.common.schema.ReportSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of an agent at one moment. Immutable, thread-safe. */
public final class AgentStatus {

    /** The object name of the agent's MBean. */
    public static final String MBEAN = "io.github.tlsleak:type=TlsLeak";

    /** Version of the agent. */
    public final String version;

    /** {@code premain} or {@code attach}. */
    public final String mode;

    /** When the agent started, in milliseconds since 1970. */
    public final long startedMillis;

    /** The time of this state, in milliseconds since 1970. */
    public final long timeMillis;

    /** Process id; 0 or less if it is not known. */
    public final long pid;

    /** Name and version of the JVM. */
    public final String jvm;

    /** The labels of the process. */
    public final Labels labels;

    /** Options in force, key to text, in the order to be shown. */
    public final Map<String, String> options;

    /**
     * Where each option came from: {@link Options#DEFAULT_ORIGIN}, {@code environment} and so on.
     */
    public final Map<String, String> origins;

    /** Names of classes that carry hooks. */
    public final List<String> covered;

    /** Classes that should carry hooks and do not, as {@code class: reason}. */
    public final List<String> lost;

    /** Errors of the agent that were kept from the application. */
    public final long errors;

    /** The first error. */
    public final @Nullable String firstError;

    /** Bytes of the agent's own records, an estimate. */
    public final long memoryBytes;

    /** The number of the agent's own records. */
    public final long records;

    /** Whether sessions are followed. */
    public final boolean enabled;

    /** Whether the agent still waits for the first use of TLS. */
    public final boolean waiting;

    /** The JSON-lines file being written. */
    public final @Nullable String reportFile;

    /** Whether the MBean is registered. */
    public final boolean jmx;

    /** Why the MBean will not be registered. */
    public final @Nullable String jmxProblem;

    /** Where the exporter sends to, and how that goes. */
    public final @Nullable String exporter;

    /** Why the states of TCP connections are not known, where they should be. */
    public final @Nullable String connectionsProblem;

    private AgentStatus(Builder b) {
        version = b.version;
        mode = b.mode;
        startedMillis = b.startedMillis;
        timeMillis = b.timeMillis;
        pid = b.pid;
        jvm = b.jvm;
        labels = b.labels;
        options = Collections.unmodifiableMap(new LinkedHashMap<>(b.options));
        origins = Collections.unmodifiableMap(new LinkedHashMap<>(b.origins));
        covered = Collections.unmodifiableList(new ArrayList<>(b.covered));
        lost = Collections.unmodifiableList(new ArrayList<>(b.lost));
        errors = b.errors;
        firstError = b.firstError;
        memoryBytes = b.memoryBytes;
        records = b.records;
        enabled = b.enabled;
        waiting = b.waiting;
        reportFile = b.reportFile;
        jmx = b.jmx;
        jmxProblem = b.jmxProblem;
        exporter = b.exporter;
        connectionsProblem = b.connectionsProblem;
    }

    /** How long the agent has run, in milliseconds; 0 or more. */
    public long uptimeMillis() {
        return Math.max(0, timeMillis - startedMillis);
    }

    /** Whether an option has its default because no source sets it. */
    boolean isDefault(String option) {
        return Options.DEFAULT_ORIGIN.equals(origins.getOrDefault(option, Options.DEFAULT_ORIGIN));
    }

    /** Collects the fields of an {@link AgentStatus}. Used by one thread. */
    @SuppressWarnings("javadoc")
    public static final class Builder {
        public String version = "unknown";
        public String mode = ReportSchema.PREMAIN;
        public long startedMillis;
        public long timeMillis = System.currentTimeMillis();
        public long pid;
        public String jvm =
                System.getProperty("java.vm.name")
                        + ' '
                        + System.getProperty("java.runtime.version");
        public Labels labels = Labels.NONE;
        public Map<String, String> options = Collections.emptyMap();
        public Map<String, String> origins = Collections.emptyMap();
        public List<String> covered = Collections.emptyList();
        public List<String> lost = Collections.emptyList();
        public long errors;
        public @Nullable String firstError;
        public long memoryBytes;
        public long records;
        public boolean enabled = true;
        public boolean waiting;
        public @Nullable String reportFile;
        public boolean jmx;
        public @Nullable String jmxProblem;
        public @Nullable String exporter;
        public @Nullable String connectionsProblem;

        /** Estimates what the agent's records take of the heap: sets both fields for memory. */
        public Builder memory(TrackingState standing) {
            records = standing.now.records;
            memoryBytes = Memory.bytes(records, standing.sites);
            return this;
        }

        /** The facts as they are now; lists and maps are copied. */
        public AgentStatus build() {
            return new AgentStatus(this);
        }
    }
}
