package io.github.tlsleak.it.faults;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Jdk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;

/**
 * A copy of the built jar whose classes ask {@code InjectedFault} at each point that may fail:
 * where a method begins, before each allocation and before each call of the JDK. The libraries in
 * it are as they were.
 */
final class FaultyJar {

    static final String HOOKS = "javax/net/ssl/TlsLeak";
    private static final String OURS = "io/github/tlsleak/";
    private static final String LIBRARIES = "io/github/tlsleak/agent/lib/";
    static final String FAULT = "javax/net/ssl/InjectedFault";

    private final Path jar;
    private final Path boot;

    private FaultyJar(Path jar, Path boot) {
        this.jar = jar;
        this.boot = boot;
    }

    /** Writes it into a directory. */
    static FaultyJar in(Path directory) throws IOException {
        FaultyJar faulty =
                new FaultyJar(directory.resolve("faulty.jar"), directory.resolve("boot"));
        try (InputStream in = Files.newInputStream(AgentJvm.JAR);
                OutputStream out = Files.newOutputStream(faulty.jar)) {
            copy(in, out);
        }
        Path type = faulty.boot.resolve(FAULT + ".class");
        Files.createDirectories(type.getParent());
        Files.copy(AgentJvm.SCENARIO_CLASSES.resolve(FAULT + ".class"), type);
        return faulty;
    }

    /** A JVM with this agent. */
    AgentJvm jvm(Jdk jdk, String agentArgs) {
        String patch =
                jdk.major() == 8 ? "-Xbootclasspath/p:" + boot : "--patch-module=java.base=" + boot;
        return new AgentJvm(jdk).withoutAgent().jvm("-javaagent:" + jar + "=" + agentArgs, patch);
    }

    /** Zip files in the jar are copied in the same way. */
    private static void copy(InputStream in, OutputStream out) throws IOException {
        ZipInputStream from = new ZipInputStream(in);
        ZipOutputStream to = new ZipOutputStream(out);
        for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
            to.putNextEntry(new ZipEntry(entry.getName()));
            byte[] bytes = from.readAllBytes();
            if (entry.getName().equals("inst/agent.zip")) {
                ByteArrayOutputStream inner = new ByteArrayOutputStream();
                copy(new ByteArrayInputStream(bytes), inner);
                bytes = inner.toByteArray();
            }
            to.write(mayFail(entry.getName()) ? woven(bytes) : bytes);
            to.closeEntry();
        }
        to.finish();
    }

    private static boolean mayFail(String entry) {
        String name = entry.startsWith("inst/") ? entry.substring(5) : entry;
        return name.endsWith(".class")
                && (name.startsWith(HOOKS)
                        || name.startsWith(OURS + "agent/")
                        || name.startsWith(OURS + "common/"))
                && !name.startsWith(LIBRARIES);
    }

    private static byte[] woven(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        reader.accept(new FaultPoints(writer, reader.getClassName()), 0);
        return writer.toByteArray();
    }
}
