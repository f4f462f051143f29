package io.github.tlsleak.test;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Attaches the agent to this JVM by the command line {@code attach}, in a process of its own: a JVM
 * may not attach to itself. Stateless.
 */
final class SelfAttach {

    private static final int LIMIT_SECONDS = 60;

    /** A test fails with the findings: the log would say the same once more. */
    private static final String LOG = "log";

    private SelfAttach() {}

    /**
     * Attaches.
     *
     * @param options of the agent, by key
     * @throws AgentUnavailableException if that fails
     */
    static void run(Map<String, String> options) {
        if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
            throw new AgentUnavailableException(
                    "a native image takes no Java agent: run the tests on a JVM");
        }
        String jar = place(SelfAttach.class);
        if (!jar.endsWith(".jar")) {
            throw new AgentUnavailableException("tlsleak is not in a jar, but in " + jar);
        }
        List<String> command = new ArrayList<>();
        command.add(new File(new File(System.getProperty("java.home"), "bin"), "java").getPath());
        command.add("-Xshare:auto");
        command.add("-cp");
        command.add(jar);
        command.add("io.github.tlsleak.Main");
        command.add("attach");
        command.add(pid());
        command.addAll(arguments(options));
        run(command);
    }

    private static List<String> arguments(Map<String, String> options) {
        List<String> arguments = new ArrayList<>();
        if (!options.containsKey(LOG) && !isSet(LOG)) {
            arguments.add(LOG + "=off");
        }
        for (Map.Entry<String, String> option : options.entrySet()) {
            if (!isSet(option.getKey())) {
                arguments.add(option.getKey() + '=' + option.getValue());
            }
        }
        return arguments;
    }

    /** Arguments would win over what the user has set for this JVM. */
    private static boolean isSet(String key) {
        String variable = "TLSLEAK_" + key.replace('.', '_').toUpperCase(java.util.Locale.ROOT);
        return System.getProperty("tlsleak." + key) != null || System.getenv(variable) != null;
    }

    private static void run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // options for this JVM, such as its agents, are not for the helper
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().remove("_JAVA_OPTIONS");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String said = read(process.getInputStream());
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AgentUnavailableException("attaching took longer than 60 s");
            }
            if (process.exitValue() != 0) {
                throw new AgentUnavailableException(reason(said));
            }
        } catch (IOException e) {
            throw new AgentUnavailableException("cannot run " + command.get(0) + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AgentUnavailableException("interrupted while the agent was attached");
        }
    }

    private static String reason(String said) {
        String text = said.trim().replaceFirst("^tlsleak: ", "").replaceAll("\\s*\n\\s*", "; ");
        return text.isEmpty() ? "attaching failed" : text;
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes.write(buffer, 0, n);
        }
        return bytes.toString();
    }

    /** File that a class comes from; for people and for class paths. */
    static String place(Class<?> type) {
        try {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            URL url = source == null ? null : source.getLocation();
            return url == null ? "an unknown place" : new File(url.toURI()).getPath();
        } catch (URISyntaxException | IllegalArgumentException | SecurityException e) {
            return "an unknown place";
        }
    }

    private static String pid() {
        String name = ManagementFactory.getRuntimeMXBean().getName();
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }
}
