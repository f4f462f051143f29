package io.github.tlsleak.it.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JDK's own tools, used on another JVM. If the JDK lacks them, the test is skipped. */
public final class JdkTool {

    private static final long DEADLINE_SECONDS = 60;

    private JdkTool() {}

    /** Runs {@code jcmd PID ...} and returns what it printed. */
    public static String jcmd(Jdk jdk, long pid, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(tool(jdk, "jcmd"), String.valueOf(pid)));
        command.addAll(Arrays.asList(args));
        return run(command, null, "");
    }

    /** How many objects of a class there are after a full collection. */
    public static int instances(Jdk jdk, long pid, String type) throws Exception {
        String histogram = jcmd(jdk, pid, "GC.class_histogram");
        String line = "\\d+:\\s+(\\d+)\\s+\\d+\\s+" + Pattern.quote(type) + "(\\s.*)?$";
        Matcher count = Pattern.compile(line, Pattern.MULTILINE).matcher(histogram);
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    /** One column of {@code jstat}, chosen by its heading. */
    public static double jstat(Jdk jdk, long pid, String option, String column) throws Exception {
        String text = run(List.of(tool(jdk, "jstat"), option, String.valueOf(pid)), null, "");
        String[] lines = text.trim().split("\n");
        List<String> names = List.of(lines[0].trim().split("\\s+"));
        assertThat(names).contains(column);
        return Double.parseDouble(lines[1].trim().split("\\s+")[names.indexOf(column)]);
    }

    public static String tool(Jdk jdk, String name) {
        Path tool = jdk.home().resolve("bin").resolve(name);
        assumeTrue(Files.isExecutable(tool), jdk + " has no " + name);
        return tool.toString();
    }

    /** Runs a command. Standard error is part of standard output. */
    public static String run(List<String> command, Path directory, String input) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (directory != null) {
            builder.directory(directory.toFile());
        }
        Process process = builder.start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).as(command + text).isTrue();
        assertThat(process.exitValue()).as(command + "\n" + text).isZero();
        return text;
    }
}
