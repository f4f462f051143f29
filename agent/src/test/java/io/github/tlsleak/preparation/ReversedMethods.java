package io.github.tlsleak.preparation;

import java.util.ArrayDeque;
import java.util.Deque;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Turns the methods of a class round, and leaves its constants where they are. */
final class ReversedMethods extends ClassVisitor {

    private final Deque<String> methods = new ArrayDeque<>();

    private ReversedMethods(ClassWriter out) {
        super(Opcodes.ASM9, out);
    }

    static byte[] of(byte[] type) {
        ClassReader reader = new ClassReader(type);
        ClassWriter writer = new ClassWriter(reader, 0);
        ReversedMethods collector = new ReversedMethods(writer);
        // everything but the methods
        reader.accept(collector, 0);
        for (String method : collector.methods) {
            reader.accept(only(method, writer), 0);
        }
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        methods.push(name + descriptor);
        return null;
    }

    private static ClassVisitor only(String method, ClassWriter writer) {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    String signature,
                    String[] exceptions) {
                return (name + descriptor).equals(method)
                        ? writer.visitMethod(access, name, descriptor, signature, exceptions)
                        : null;
            }
        };
    }
}
