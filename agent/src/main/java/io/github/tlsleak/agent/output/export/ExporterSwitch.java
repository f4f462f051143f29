package io.github.tlsleak.agent.output.export;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the exporter, where this JVM can run it. Its classes and those of OpenTelemetry are loaded
 * here, and nowhere else. Stateless, thread-safe; throws nothing.
 */
public final class ExporterSwitch {

    private static final String EXPORTER = "io.github.tlsleak.agent.output.otlp.OtlpExporter";

    private ExporterSwitch() {}

    /**
     * The exporter, not started yet.
     *
     * @param parts what it works with
     * @return null if it cannot run here: the log says why, in one line
     */
    public static @Nullable Exporter open(ExporterParts parts) {
        String missing = missing(System.getProperty("java.specification.version", ""));
        if (missing != null) {
            off(parts.log, missing);
            return null;
        }
        try {
            return Class.forName(EXPORTER)
                    .asSubclass(Exporter.class)
                    .getConstructor(ExporterParts.class)
                    .newInstance(parts);
        } catch (ReflectiveOperationException | LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String why = cause.getMessage();
            off(parts.log, why == null ? cause.toString() : why);
            return null;
        }
    }

    /** What this JVM lacks; null if it has all. */
    static @Nullable String missing(String version) {
        if (version.startsWith("1.")) {
            return "it needs Java 11 or newer, and this is Java " + version.substring(2);
        }
        if (version.equals("9") || version.equals("10")) {
            return "it needs Java 11 or newer, and this is Java " + version;
        }
        try {
            Class.forName("java.net.http.HttpClient", false, ExporterSwitch.class.getClassLoader());
            return null;
        } catch (ClassNotFoundException | LinkageError e) {
            return "this JVM runs without the module java.net.http; start it with --add-modules"
                    + " java.net.http, and make an image with jlink --add-modules java.net.http";
        }
    }

    private static void off(Consumer<String> log, String why) {
        log.accept("otlp: nothing is sent: " + why);
    }
}
