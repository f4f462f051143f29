package io.github.tlsleak.cli.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a JVM from its process, and from its performance data if it writes them. Used by
 * one thread.
 */
final class LinuxJvmFacts {

    private static final int LEVELS = 5;
    private static final int MAX_RELEASE = 1 << 20;

    private final ProcEntry process;
    private final Map<String, String> perfData;
    private final JavaArguments arguments;

    LinuxJvmFacts(ProcEntry process) {
        this.process = process;
        this.perfData = perfData(process);
        this.arguments = JavaArguments.of(process.arguments());
    }

    /** Main class, or the file name of the jar; null if not known. */
    @Nullable String main() {
        String command = perfData.get("sun.rt.javaCommand");
        if (command == null || command.isEmpty()) {
            return mainOfCommandLine();
        }
        // a path may hold blanks, and the command is one string: the words show where it ends
        for (String word : process.arguments()) {
            if (command.equals(word) || command.startsWith(word + " ")) {
                return JavaArguments.shown(word);
            }
        }
        return JavaArguments.shown(command.split(" ", 2)[0]);
    }

    private @Nullable String mainOfCommandLine() {
        List<String> words = process.arguments();
        if (words.isEmpty()) {
            return null;
        }
        // programs such as javac have no main class on their command line: their own name says it
        String main = isLauncher(words.get(0)) ? arguments.main() : words.get(0);
        return main == null ? null : JavaArguments.shown(main);
    }

    /** Whether a program file is the launcher {@code java}. */
    static boolean isLauncher(String file) {
        return file.equals("java") || file.endsWith("/java");
    }

    /** The Java version, such as {@code 17.0.9}; null if not known. */
    @Nullable String version() {
        String version = perfData.get("java.property.java.version");
        String file = version != null ? null : process.mapped("/libjvm.so");
        if (file == null) {
            file = process.executable();
        }
        return version != null || file == null ? version : release(file);
    }

    /**
     * The JVM's options from environment and command line. Of two that differ the later one counts.
     */
    List<String> options() {
        List<String> options = new ArrayList<>();
        for (String variable : process.environment()) {
            if (variable.startsWith("JAVA_TOOL_OPTIONS=")
                    || variable.startsWith("JDK_JAVA_OPTIONS=")) {
                options.addAll(words(variable.substring(variable.indexOf('=') + 1)));
            }
        }
        options.addAll(arguments.options());
        options.addAll(words(perfData.getOrDefault("java.rt.vmArgs", "")));
        return options;
    }

    /** Whether a flag was set to a value. The last option counts; false if there is none. */
    boolean flag(String name, boolean value) {
        List<String> options = options();
        Collections.reverse(options);
        for (String option : options) {
            if (option.equals("-XX:+" + name) || option.equals("-XX:-" + name)) {
                return option.startsWith("-XX:+") == value;
            }
        }
        return false;
    }

    /** The value of a system property that was set by an option; null if there is none. */
    @Nullable String property(String name) {
        String value = null;
        for (String option : options()) {
            if (option.startsWith("-D" + name + "=")) {
                value = option.substring(name.length() + 3);
            }
        }
        return value;
    }

    /** The performance data; empty if it writes none. */
    Map<String, String> perfData() {
        return perfData;
    }

    /** Whether the performance data say that nobody can attach. */
    boolean saysNotAttachable() {
        return perfData.getOrDefault("sun.rt.jvmCapabilities", "").startsWith("0");
    }

    /** The path of the socket on which the JVM listens for attach, as this process reaches it. */
    Path attachSocket() {
        return process.root().resolve("tmp").resolve(".java_pid" + process.innerPid());
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.trim().split("\\s+"));
    }

    private static Map<String, String> perfData(ProcEntry process) {
        Path tmp = process.root().resolve("tmp");
        try (DirectoryStream<Path> users = Files.newDirectoryStream(tmp, "hsperfdata_*")) {
            for (Path user : users) {
                Path file = user.resolve(Long.toString(process.innerPid()));
                if (Files.exists(file) && isOwner(process, file)) {
                    return PerfData.read(file);
                }
            }
        } catch (IOException | RuntimeException e) {
            return Collections.emptyMap();
        }
        return Collections.emptyMap();
    }

    /** Whether the JVM's user owns a file. Any user may put a file for any pid into /tmp. */
    private static boolean isOwner(ProcEntry process, Path file) throws IOException {
        Object owner = Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        return ((Number) owner).longValue() == process.number("Uid", 1);
    }

    /** The version in the file {@code release} of the JDK or JRE that a file belongs to. */
    private @Nullable String release(String file) {
        Path dir = directory(file);
        for (int i = 0; i < LEVELS && dir != null; i++, dir = dir.getParent()) {
            for (String line : lines(dir.resolve("release"))) {
                if (line.startsWith("JAVA_VERSION=")) {
                    return line.substring(line.indexOf('=') + 1).replace("\"", "").trim();
                }
            }
        }
        return null;
    }

    private @Nullable Path directory(String file) {
        try {
            return process.root().resolve(file.substring(1)).getParent();
        } catch (InvalidPathException e) {
            // letters that this process has no bytes for
            return null;
        }
    }

    private static List<String> lines(Path file) {
        try {
            boolean small = Files.isRegularFile(file) && Files.size(file) < MAX_RELEASE;
            return small
                    ? Files.readAllLines(file, StandardCharsets.ISO_8859_1)
                    : Collections.emptyList();
        } catch (IOException | RuntimeException e) {
            return Collections.emptyList();
        }
    }
}
