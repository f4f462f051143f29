package io.github.tlsleak.common.labels;

/**
 * The names of labels: the short ones of well-known labels, and what OpenTelemetry calls them. Any
 * other label has one name only. Stateless, thread-safe.
 */
public final class LabelNames {

    public static final String SERVICE = "service";
    public static final String VERSION = "version";
    public static final String NAMESPACE = "namespace";
    public static final String POD = "pod";
    public static final String NODE = "node";
    public static final String CONTAINER = "container";
    public static final String ENVIRONMENT = "environment";

    /** What a name is, for messages. */
    static final String RULE =
            "1 to " + Labels.MAX_NAME + " characters: letters, digits and . _ - / @";

    /** Short name, OpenTelemetry's name, and so on. */
    private static final String[] KNOWN = {
        SERVICE, "service.name",
        VERSION, "service.version",
        NAMESPACE, "k8s.namespace.name",
        POD, "k8s.pod.name",
        NODE, "k8s.node.name",
        CONTAINER, "k8s.container.name",
        ENVIRONMENT, "deployment.environment.name",
        // older releases of the semantic conventions
        ENVIRONMENT, "deployment.environment",
    };

    private LabelNames() {}

    /** The short name of a label: {@code service} for {@code service.name}. */
    public static String shortName(String name) {
        for (int i = 0; i < KNOWN.length; i += 2) {
            if (KNOWN[i + 1].equals(name)) {
                return KNOWN[i];
            }
        }
        return name;
    }

    /** OpenTelemetry's name of a label: {@code service.name} for {@code service}. */
    public static String openTelemetryName(String name) {
        for (int i = 0; i < KNOWN.length; i += 2) {
            if (KNOWN[i].equals(name)) {
                return KNOWN[i + 1];
            }
        }
        return name;
    }

    /** Whether a label may have this name. */
    static boolean isGood(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && "._-/@".indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= Labels.MAX_NAME;
    }
}
