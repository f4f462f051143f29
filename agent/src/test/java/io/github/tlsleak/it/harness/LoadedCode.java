package io.github.tlsleak.it.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The code of classes as a JVM runs it at this moment. The JDK's serviceability agent reads it from
 * the JVM's memory.
 */
public final class LoadedCode {

    private static final int FIRST_WITH_READER = 11;

    private LoadedCode() {}

    /** The code by class, method and descriptor. */
    public static Map<String, String> of(Jdk jdk, long pid, Path directory, List<String> classes)
            throws Exception {
        assumeTrue(
                jdk.major() >= FIRST_WITH_READER,
                jdk + ": its serviceability agent cannot read classes");
        Files.createDirectories(directory);
        String said = dump(jdk, pid, directory, classes);
        assumeTrue(!said.contains("Can't attach"), "not allowed to read the memory: " + said);
        Map<String, String> code = new TreeMap<>();
        for (String type : classes) {
            Path file = directory.resolve(type.replace('.', '/') + ".class");
            assertThat(file).as(said).exists();
            CodeText.of(Files.readAllBytes(file))
                    .forEach((method, text) -> code.put(type + '.' + method, text));
        }
        return code;
    }

    private static String dump(Jdk jdk, long pid, Path directory, List<String> classes)
            throws Exception {
        String tools = "sun.jvm.hotspot.tools.jcore.";
        List<String> command = new ArrayList<>(List.of(jdk.java()));
        command.add("--add-modules=jdk.hotspot.agent");
        command.add("-D" + tools + "outputDir=.");
        command.add("-D" + tools + "filter=" + tools + "PackageNameFilter");
        command.add("-D" + tools + "PackageNameFilter.pkgList=" + String.join(",", classes));
        command.addAll(List.of("-m", "jdk.hotspot.agent/" + tools + "ClassDump"));
        command.add(String.valueOf(pid));
        return JdkTool.run(command, directory, "");
    }
}
