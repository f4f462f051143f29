package io.github.tlsleak.common.labels;

import io.github.tlsleak.common.text.UserFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the labels of this process: those of the option, then OpenTelemetry's system properties and
 * variables, then what Kubernetes tells a container. The first source of a label counts. Nothing
 * else is read. Used by one thread.
 *
 * <p>No lambda: this runs in every program that uses TLS.
 */
public final class LabelFinder {

    static final String NAMESPACE_FILE = "/var/run/secrets/kubernetes.io/serviceaccount/namespace";

    /** A variable that Kubernetes sets in every container. */
    static final String IN_KUBERNETES = "KUBERNETES_SERVICE_HOST";

    private static final int MAX_NAMESPACE = 256;

    private static final String[] POD = {
        "POD_NAME",
        "MY_POD_NAME",
        "K8S_POD_NAME",
        "KUBERNETES_POD_NAME",
        "OTEL_RESOURCE_ATTRIBUTES_POD_NAME"
    };

    private static final String[] NAMESPACE = {
        "POD_NAMESPACE",
        "MY_POD_NAMESPACE",
        "K8S_POD_NAMESPACE",
        "K8S_NAMESPACE",
        "K8S_NAMESPACE_NAME",
        "KUBERNETES_NAMESPACE"
    };

    /** The first name is so common that it counts in Kubernetes only; also of those that follow. */
    private static final String[] NODE = {
        "NODE_NAME", "MY_NODE_NAME", "K8S_NODE_NAME", "OTEL_RESOURCE_ATTRIBUTES_NODE_NAME"
    };

    private static final String[] CONTAINER = {
        "CONTAINER_NAME", "MY_CONTAINER_NAME", "K8S_CONTAINER_NAME"
    };

    /** What OpenTelemetry reads, in place of its variables of the same meaning. */
    public static final String SERVICE_PROPERTY = "otel.service.name";

    public static final String ATTRIBUTES_PROPERTY = "otel.resource.attributes";

    private final Map<String, String> env;
    private final Map<String, String> properties;
    private final List<String> warnings;

    /** Short names and values. An empty value: the user does not want the label. */
    private final Map<String, String> found = new LinkedHashMap<>();

    private LabelFinder(
            Map<String, String> env, Map<String, String> properties, List<String> warnings) {
        this.env = env;
        this.properties = properties;
        this.warnings = warnings;
    }

    /**
     * Finds labels. Never throws.
     *
     * @param option the text of the option, checked; empty: not given
     * @param env the environment
     * @param properties system properties
     * @param warnings a line is added for each source that is wrong
     */
    public static Labels find(
            String option,
            Map<String, String> env,
            Map<String, String> properties,
            List<String> warnings) {
        return find(option, env, properties, Paths.get(NAMESPACE_FILE), warnings);
    }

    static Labels find(
            String option,
            Map<String, String> env,
            Map<String, String> properties,
            Path namespaceFile,
            List<String> warnings) {
        if (option.equals(LabelText.OFF)) {
            return Labels.NONE;
        }
        LabelFinder finder = new LabelFinder(env, properties, warnings);
        finder.option(option);
        finder.openTelemetry();
        finder.kubernetes(namespaceFile);
        return Labels.of(finder.found, warnings);
    }

    private void option(String text) {
        LabelVariables variables = new LabelVariables(env);
        for (Map.Entry<String, String> one : LabelText.parse(text).entrySet()) {
            String value = variables.replace(one.getValue());
            if (value != null) {
                add(one.getKey(), value);
            }
        }
        variables.tell(warnings);
    }

    private void openTelemetry() {
        addValue(LabelNames.SERVICE, properties.get(SERVICE_PROPERTY));
        addVariable(LabelNames.SERVICE, "OTEL_SERVICE_NAME");
        // one takes the place of the other as a whole
        String property = properties.get(ATTRIBUTES_PROPERTY);
        boolean isProperty = property != null && !property.trim().isEmpty();
        String text = isProperty ? property : env.get("OTEL_RESOURCE_ATTRIBUTES");
        if (text != null) {
            attributes(text, isProperty ? ATTRIBUTES_PROPERTY : "OTEL_RESOURCE_ATTRIBUTES");
        }
    }

    private void attributes(String text, String source) {
        Map<String, String> attributes = ResourceAttributes.parse(text);
        if (attributes == null) {
            warnings.add(
                    "labels: "
                            + source
                            + " is not key=value,key=value with percent-encoded values; ignored");
            return;
        }
        for (Map.Entry<String, String> one : attributes.entrySet()) {
            if (!one.getValue().isEmpty()) {
                add(one.getKey(), one.getValue());
            }
        }
    }

    private void kubernetes(Path namespaceFile) {
        addFirst(LabelNames.POD, POD, 0);
        boolean named = env.get(IN_KUBERNETES) != null;
        if (named) {
            addVariable(LabelNames.POD, "HOSTNAME");
        }
        boolean inside = named || isSet(POD);
        addFirst(LabelNames.NAMESPACE, NAMESPACE, 0);
        addFirst(LabelNames.NODE, NODE, inside ? 0 : 1);
        addFirst(LabelNames.CONTAINER, CONTAINER, inside ? 0 : 1);
        if (!found.containsKey(LabelNames.NAMESPACE)) {
            String namespace = content(namespaceFile);
            if (namespace != null) {
                add(LabelNames.NAMESPACE, namespace);
            }
        }
    }

    private boolean isSet(String[] variables) {
        for (String variable : variables) {
            if (env.get(variable) != null) {
                return true;
            }
        }
        return false;
    }

    private void addFirst(String label, String[] variables, int from) {
        for (int i = from; i < variables.length; i++) {
            addVariable(label, variables[i]);
        }
    }

    private void addVariable(String label, String variable) {
        addValue(label, env.get(variable));
    }

    private void addValue(String label, @Nullable String value) {
        if (value != null && !value.trim().isEmpty()) {
            add(label, value.trim());
        }
    }

    /** An earlier source of the same label wins. */
    private void add(String name, String value) {
        String label = LabelNames.shortName(name);
        if (!found.containsKey(label)) {
            found.put(label, value);
        }
    }

    private static @Nullable String content(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_NAMESPACE) {
                return null;
            }
            return UserFile.read(file).trim();
        } catch (IOException | RuntimeException e) {
            // it is there for others: a label less is no reason for a warning
            return null;
        }
    }
}
