package io.github.tlsleak.agent.output.otlp;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the option {@code otlp} and OpenTelemetry's variables and system properties ask for.
 * Immutable, thread-safe.
 */
final class OtlpSettings implements ConfigProperties {

    /** The value of the option that takes all from OpenTelemetry's variables. */
    static final String ENV = "env";

    private static final String EXPORTER = "otel.exporter.otlp.";
    private static final String PROTOCOL = EXPORTER + "protocol";
    private static final String ENDPOINT = EXPORTER + "endpoint";
    private static final List<String> SIGNALS =
            Collections.unmodifiableList(Arrays.asList("", "metrics.", "logs."));

    /**
     * What is meant for the collector of the variables, not for the one of the URL: headers may
     * hold a token.
     */
    private static final List<String> OF_ANOTHER =
            Collections.unmodifiableList(Arrays.asList("endpoint", "headers", "protocol"));

    private final ConfigProperties all;

    /** Null if the variables name the collector. */
    private final @Nullable Map<String, String> fixed;

    private OtlpSettings(ConfigProperties all, @Nullable Map<String, String> fixed) {
        this.all = all;
        this.fixed = fixed;
    }

    /**
     * The settings.
     *
     * @param target the URL of a collector, or {@link #ENV}
     * @param components of OpenTelemetry
     * @throws IllegalArgumentException with one clear line
     */
    static OtlpSettings of(String target, ComponentLoader components) {
        Map<String, String> defaults = new HashMap<>();
        // without one OpenTelemetry takes gRPC
        defaults.put(PROTOCOL, "http/protobuf");
        return of(target, DefaultConfigProperties.create(defaults, components));
    }

    static OtlpSettings of(String target, ConfigProperties all) {
        Map<String, String> fixed = null;
        if (!ENV.equals(target)) {
            fixed = new HashMap<>();
            fixed.put(ENDPOINT, target);
            fixed.put(PROTOCOL, "http/protobuf");
        }
        OtlpSettings settings = new OtlpSettings(all, fixed);
        settings.check();
        return settings;
    }

    private void check() {
        if (fixed == null && Boolean.TRUE.equals(all.getBoolean("otel.sdk.disabled"))) {
            throw new IllegalArgumentException("OTEL_SDK_DISABLED is true");
        }
        for (String signal : SIGNALS) {
            String protocol = getString(EXPORTER + signal + "protocol");
            if (protocol != null && !protocol.equals("http/protobuf")) {
                throw new IllegalArgumentException(
                        "the protocol "
                                + protocol
                                + " is not there; set OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf and"
                                + " the port of the collector for it, often 4318");
            }
        }
    }

    /** Whether metrics, or logs, are to be sent. */
    boolean wants(String signal) {
        return fixed != null
                || !Collections.singletonList("none")
                        .equals(getList("otel." + signal + ".exporter"));
    }

    /** How often metrics are sent. */
    Duration metricInterval() {
        return atLeast(getDuration("otel.metric.export.interval", Duration.ofMinutes(1)));
    }

    /** How often it is looked for what is to be sent: no finding waits for longer. */
    Duration period() {
        Duration delay = atLeast(getDuration("otel.blrp.schedule.delay", Duration.ofSeconds(1)));
        return delay.compareTo(metricInterval()) < 0 ? delay : metricInterval();
    }

    /** Where the collector is, for people. */
    String endpoint() {
        String endpoint = getString(ENDPOINT);
        return endpoint == null ? "http://localhost:4318" : endpoint;
    }

    private static Duration atLeast(Duration given) {
        return given.compareTo(Duration.ofMillis(100)) < 0 ? Duration.ofMillis(100) : given;
    }

    /** Whether the variables' value is meant for another collector. */
    private boolean isHidden(String name) {
        if (fixed == null) {
            return false;
        }
        for (String signal : SIGNALS) {
            for (String key : OF_ANOTHER) {
                if (name.equals(EXPORTER + signal + key)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public @Nullable String getString(String name) {
        return isHidden(name) && fixed != null ? fixed.get(name) : all.getString(name);
    }

    @Override
    public @Nullable Boolean getBoolean(String name) {
        return all.getBoolean(name);
    }

    @Override
    public @Nullable Integer getInt(String name) {
        return all.getInt(name);
    }

    @Override
    public @Nullable Long getLong(String name) {
        return all.getLong(name);
    }

    @Override
    public @Nullable Double getDouble(String name) {
        return all.getDouble(name);
    }

    @Override
    public @Nullable Duration getDuration(String name) {
        return all.getDuration(name);
    }

    @Override
    public List<String> getList(String name) {
        return all.getList(name);
    }

    @Override
    public Map<String, String> getMap(String name) {
        return isHidden(name) ? Collections.emptyMap() : all.getMap(name);
    }

    @Override
    public ComponentLoader getComponentLoader() {
        return all.getComponentLoader();
    }
}
