package io.github.tlsleak.it.harness;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The instructions of a class, method by method, with the values of their constants. The same code
 * gives the same text, wherever the constants are in the pool.
 */
final class CodeText extends ClassVisitor {

    private final Map<String, String> methods = new TreeMap<>();

    private CodeText() {
        super(Opcodes.ASM9);
    }

    /** The code of each method, by name and descriptor. */
    static Map<String, String> of(byte[] type) {
        CodeText text = new CodeText();
        new ClassReader(type).accept(text, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return text.methods;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return new Lines(name + descriptor);
    }

    private final class Lines extends MethodVisitor {
        private final StringBuilder text = new StringBuilder();
        private final Map<Label, String> labels = new HashMap<>();
        private final String method;

        Lines(String method) {
            super(Opcodes.ASM9);
            this.method = method;
        }

        private void line(Object... words) {
            text.append(Arrays.deepToString(words)).append('\n');
        }

        private String name(Label label) {
            return labels.computeIfAbsent(label, l -> "L" + labels.size());
        }

        private String[] names(Label[] several) {
            return Arrays.stream(several).map(this::name).toArray(String[]::new);
        }

        @Override
        public void visitInsn(int opcode) {
            line(opcode);
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            line(opcode, operand);
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            line(opcode, variable);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            line(opcode, type);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            line(opcode, owner, name, descriptor);
        }

        @Override
        public void visitMethodInsn(
                int opcode, String owner, String name, String descriptor, boolean isInterface) {
            line(opcode, owner, name, descriptor, isInterface);
        }

        @Override
        public void visitInvokeDynamicInsn(
                String name, String descriptor, Handle bootstrap, Object... arguments) {
            line("indy", name, descriptor, bootstrap, arguments);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            line(opcode, name(label));
        }

        @Override
        public void visitLabel(Label label) {
            line(name(label));
        }

        @Override
        public void visitLdcInsn(Object value) {
            line("ldc", value.getClass().getSimpleName(), value);
        }

        @Override
        public void visitIincInsn(int variable, int increment) {
            line("iinc", variable, increment);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label other, Label... several) {
            line("table", min, max, name(other), names(several));
        }

        @Override
        public void visitLookupSwitchInsn(Label other, int[] keys, Label[] several) {
            line("lookup", name(other), keys, names(several));
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            line("multianewarray", descriptor, dimensions);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            line("try", name(start), name(end), name(handler), type);
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            line("max", stack, locals);
        }

        @Override
        public void visitEnd() {
            methods.put(method, text.toString());
        }
    }
}
