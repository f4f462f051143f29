package io.github.tlsleak.agent.process;

import org.jspecify.annotations.Nullable;

/** Tells the JDK's own tools from applications. Stateless, thread-safe. */
public final class JdkTools {

    private static final String[] MARKS = {
        "jdk.", "java.base/sun.", "sun.tools.", "com.sun.tools.", "sun.security.tools.",
    };

    private JdkTools() {}

    /**
     * Whether a program is one of the JDK's tools. {@code JAVA_TOOL_OPTIONS}, for example, brings
     * the agent into each of them.
     *
     * @param command the property {@code sun.java.command}: main class or module, and arguments;
     *     null for none
     * @return true for keytool, jcmd, javac, jshell and their like
     */
    public static boolean isTool(@Nullable String command) {
        if (command == null) {
            return false;
        }
        for (String mark : MARKS) {
            if (command.startsWith(mark)) {
                // the HTTP server is a program, not a tool
                return !command.startsWith("jdk.httpserver");
            }
        }
        return false;
    }
}
