package io.github.tlsleak.instrument;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Keeps the JVM's compilers from inlining the hooks. A read that waits for data, compiled with the
 * agent's classes inlined into it, would keep them from being unloaded after a detach for as long
 * as it waits: compiled code that is on a stack holds on to the classes it was made from.
 */
final class NeverInlined {

    /** HotSpot takes it from classes of the boot loader: from 9 on, and on 8. */
    private static final String[] ANNOTATIONS = {
        "Ljdk/internal/vm/annotation/DontInline;", "Ljava/lang/invoke/DontInline;"
    };

    private NeverInlined() {}

    /** The class with all its static methods marked. */
    static byte[] statics(byte[] classFile) {
        // one that knows the reader would copy the methods, without what is added here
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(new Marking(writer), 0);
        return writer.toByteArray();
    }

    private static final class Marking extends ClassVisitor {

        Marking(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String type, String generic, String[] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, type, generic, exceptions);
            if ((access & Opcodes.ACC_STATIC) != 0) {
                for (String annotation : ANNOTATIONS) {
                    method.visitAnnotation(annotation, true).visitEnd();
                }
            }
            return method;
        }
    }
}
