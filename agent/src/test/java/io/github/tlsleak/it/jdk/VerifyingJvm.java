package io.github.tlsleak.it.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.apps.classes.LinkAll;
import io.github.tlsleak.apps.classes.RedefineAll;
import io.github.tlsleak.it.harness.Jdk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** A JVM that verifies classes and says which of them are not in order. Used by one thread. */
final class VerifyingJvm {

    private static final int MINUTES = 30;
    private static final int MODULES = 9;
    private static final String REFUSED = "io/github/tlsleak/apps/classes/RedefineAll$Refused";

    /** A class that is in every JDK and is little used. */
    private static final String WRONG = "java/util/Observable";

    private final Jdk jdk;
    private final Path directory;

    VerifyingJvm(Jdk jdk, Path directory) {
        this.jdk = jdk;
        this.directory = directory;
    }

    /** Adds what {@link RedefineAll} needs besides the classes. */
    static void addProofs(WovenClasses to, JdkImage image) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(REFUSED + ".class")) {
            to.put(REFUSED, withInterface(in.readAllBytes()));
        }
        to.put("wrong/" + WRONG, wrong(image.bytes(WRONG)));
    }

    private static byte[] withInterface(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter out = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, out) {
                    @Override
                    public void visit(
                            int v, int access, String n, String s, String up, String[] i) {
                        super.visit(v, access, n, s, up, new String[] {"java/io/Serializable"});
                    }
                },
                0);
        return out.toByteArray();
    }

    /** One of its methods returns the object where it should return a number. */
    private static byte[] wrong(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter out = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, out) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String s, String[] thrown) {
                        MethodVisitor to = super.visitMethod(access, name, type, s, thrown);
                        return name.equals("countObservers") ? returningThis(to) : to;
                    }
                },
                0);
        return out.toByteArray();
    }

    private static MethodVisitor returningThis(MethodVisitor to) {
        to.visitCode();
        to.visitVarInsn(Opcodes.ALOAD, 0);
        to.visitInsn(Opcodes.IRETURN);
        to.visitMaxs(1, 1);
        to.visitEnd();
        return null;
    }

    /** Verifies classes of the JDK. */
    List<String> redefine(Path zip) throws Exception {
        List<String> words = new ArrayList<>();
        words.add("-javaagent:" + agent());
        // the JVM does not verify its own classes otherwise
        words.add("-XX:+IgnoreUnrecognizedVMOptions");
        words.add("-XX:+UnlockDiagnosticVMOptions");
        words.add("-XX:+BytecodeVerificationLocal");
        if (jdk.major() >= MODULES) {
            words.add("--add-modules");
            words.add("ALL-SYSTEM");
        }
        words.add(RedefineAll.class.getName());
        words.add(zip.toString());
        return run(words);
    }

    /** Verifies classes of libraries. */
    List<String> link(Path zip, List<Path> jars) throws Exception {
        List<String> words = new ArrayList<>(List.of(LinkAll.class.getName(), zip.toString()));
        jars.forEach(jar -> words.add(jar.toString()));
        return run(words);
    }

    private Path agent() throws IOException {
        Path jar = directory.resolve("redefine.jar");
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Premain-Class", RedefineAll.class.getName());
        main.putValue("Can-Redefine-Classes", "true");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    private List<String> run(List<String> words) throws Exception {
        Path said = directory.resolve("said.txt");
        List<String> command = new ArrayList<>(List.of(jdk.java(), "-Xmx1g", "-XX:+UseSerialGC"));
        command.addAll(
                List.of("-cp", System.getProperty("tlsleak.apps") + "/scenarios/target/classes"));
        command.addAll(words);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        List<String> lines = Files.readAllLines(said);
        assertThat(process.exitValue()).as(() -> String.join("\n", lines)).isZero();
        return lines.stream().filter(line -> line.matches("(VERIFIED|FAILED|WRONG) .*")).toList();
    }
}
