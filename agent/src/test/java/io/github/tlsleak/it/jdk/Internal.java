package io.github.tlsleak.it.jdk;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Something inside the JDK that the agent relies on: a line of {@code internals.txt}.
 *
 * @param reader the class of the agent that relies on it
 * @param owner the class of the JDK, with slashes
 * @param member {@code method()}, {@code method(2)} with two parameters, {@code <init>}, a field,
 *     or {@code -} for the class alone
 * @param first the first JDK that has it
 * @param last the last JDK that has it
 * @param suffers what a user would no longer be told, or be told less exactly
 */
record Internal(String reader, String owner, String member, int first, int last, String suffers) {

    /** The classes of a JDK. */
    interface Classes {
        /** The bytes of a class by its name with slashes; null if there is none. */
        byte[] bytes(String internalName);
    }

    static Internal parse(String line) {
        String[] parts = line.split("\\s*\\|\\s*");
        if (parts.length != 5) {
            throw new IllegalArgumentException("not five parts: " + line);
        }
        String[] range = parts[3].split("-", -1);
        boolean open = range.length == 1 || range[1].isEmpty();
        return new Internal(
                parts[0],
                parts[1].replace('.', '/'),
                parts[2],
                Integer.parseInt(range[0]),
                open ? Integer.MAX_VALUE : Integer.parseInt(range[1]),
                parts[4]);
    }

    /** Whether a JDK is to have it. */
    boolean isOf(int major) {
        return major >= first && major <= last;
    }

    /** The whole line to print if it is gone; null if it is there. */
    String problem(Classes jdk) {
        byte[] bytes = jdk.bytes(owner);
        String what = owner.replace('/', '.') + (member.equals("-") ? "" : "." + member);
        if (bytes == null) {
            return what + ": there is no such class; " + consequence();
        }
        return has(bytes, jdk) ? null : what + " is gone; " + consequence();
    }

    private String consequence() {
        return reader + " relies on it: " + suffers;
    }

    private boolean has(byte[] bytes, Classes jdk) {
        if (member.equals("-")) {
            return true;
        }
        Members members = Members.of(bytes);
        if (members.all.contains(member)) {
            return true;
        }
        // fields are looked for in superclasses, methods that get hooks are not
        boolean field = member.indexOf('(') < 0 && !member.startsWith("<");
        byte[] above = field && members.above != null ? jdk.bytes(members.above) : null;
        return above != null && has(above, jdk);
    }

    /** Names of fields and methods, the latter with and without the number of parameters. */
    private static final class Members extends ClassVisitor {

        private final List<String> all = new ArrayList<>();
        private String above;

        private Members() {
            super(Opcodes.ASM9);
        }

        static Members of(byte[] bytes) {
            Members members = new Members();
            new ClassReader(bytes).accept(members, ClassReader.SKIP_CODE);
            return members;
        }

        @Override
        public void visit(int v, int access, String name, String s, String above, String[] i) {
            this.above = above;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String type, String s, Object v) {
            all.add(name);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String type, String s, String[] e) {
            int count = Type.getArgumentTypes(type).length;
            if ((access & Opcodes.ACC_ABSTRACT) == 0) {
                all.add(name + "()");
                all.add(name + '(' + count + ')');
            }
            return null;
        }
    }
}
