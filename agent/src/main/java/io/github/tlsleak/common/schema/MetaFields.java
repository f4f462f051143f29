package io.github.tlsleak.common.schema;

/** The fields of lines of type {@link ReportSchema#META}. Stateless. */
public final class MetaFields {

    /** Number: {@link ReportSchema#VERSION} of the agent that wrote the file. */
    public static final String SCHEMA = "schema";

    /** Text: version of tlsleak. */
    public static final String AGENT = "agent";

    /** Number, 1 and more: process id. */
    public static final String PID = "pid";

    /** Text: name of the host. */
    public static final String HOST = "host";

    /** Text: name of the virtual machine. */
    public static final String JVM = "jvm";

    /** Text: version of the Java runtime. */
    public static final String JAVA = "java";

    /** Text: main class or jar, without arguments. */
    public static final String MAIN = "main";

    /** Time, ISO-8601 in UTC with milliseconds: when the agent started. */
    public static final String STARTED = "started";

    /** Text: {@link ReportSchema#PREMAIN} or {@link ReportSchema#ATTACH}. */
    public static final String MODE = "mode";

    /** Text: the options that are not the default, as agent arguments. */
    public static final String OPTIONS = "options";

    /**
     * Object, texts by name: the labels of the process, such as {@code service} and {@code pod}.
     * Absent if there are none.
     */
    public static final String LABELS = "labels";

    private MetaFields() {}
}
