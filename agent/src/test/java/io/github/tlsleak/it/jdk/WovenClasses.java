package io.github.tlsleak.it.jdk;

import io.github.tlsleak.agent.instrument.advice.EveryMethod;
import io.github.tlsleak.agent.instrument.weave.Woven;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Weaves hooks into every method of classes, and puts them into a zip. Used by one thread. */
final class WovenClasses implements Closeable {

    private final ZipOutputStream zip;
    private final List<String> refused = new ArrayList<>();
    private int classes;
    private int methods;

    WovenClasses(Path file) throws IOException {
        zip = new ZipOutputStream(Files.newOutputStream(file));
        zip.setLevel(1);
    }

    /**
     * Weaves a class. One that the weaver refuses is not in the zip.
     *
     * @param name of the class, with slashes
     * @param resources has its superclasses as resources
     */
    void add(String name, byte[] bytes, ClassLoader resources) throws IOException {
        byte[] woven;
        try {
            woven = Woven.of(resources, bytes, EveryMethod.plan(bytes), new ArrayList<>());
        } catch (RuntimeException e) {
            refused.add(name + ": " + e);
            return;
        }
        classes++;
        count(woven);
        put(name, woven);
    }

    /** Adds a class as it is. */
    void put(String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** How many classes were woven. */
    int classes() {
        return classes;
    }

    /** How many methods call hooks. */
    int methods() {
        return methods;
    }

    /** The classes that the weaver refused, each with its reason. */
    List<String> refused() {
        return refused;
    }

    private void count(byte[] woven) {
        new ClassReader(woven).accept(new Counting(), ClassReader.SKIP_DEBUG);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts methods with a call of a hook. */
    private final class Counting extends ClassVisitor {

        private Counting() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String type, String signature, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                private boolean calls;

                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String called, String of, boolean isInterface) {
                    calls |= owner.startsWith("javax/net/ssl/TlsLeak");
                }

                @Override
                public void visitEnd() {
                    methods += calls ? 1 : 0;
                }
            };
        }
    }
}
