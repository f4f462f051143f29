package io.github.tlsleak.agent.instrument.advice;

import io.github.tlsleak.agent.instrument.advice.ClassAdvice.MethodAdvice;
import io.github.tlsleak.agent.instrument.weave.Woven;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What hooks need of the JDK's classes that get them by their names. Stateless. */
public final class HookedMembers {

    private HookedMembers() {}

    /** The classes, with slashes, sorted. */
    public static List<String> classes() {
        List<String> names = new ArrayList<>(Instrumentations.names());
        Collections.sort(names);
        return names;
    }

    /**
     * What advice does not find in a class.
     *
     * @param internalName the class
     * @param bytes the class, of any JDK
     * @param resources has the classes of that JDK as resources
     */
    public static List<String> problems(String internalName, byte[] bytes, ClassLoader resources) {
        String name = internalName.replace('/', '.');
        List<String> problems = new ArrayList<>();
        try {
            AdvicePlan plan = new AdvicePlan(Instrumentations.of(null, internalName, null));
            List<String> missing = new ArrayList<>();
            Woven.of(resources, bytes, plan, missing);
            for (String method : missing) {
                problems.add(name + '.' + method + " is gone");
            }
        } catch (IllegalStateException e) {
            problems.add(name + ": " + e.getMessage());
        }
        return problems;
    }

    /** The methods of a class that get hooks and the fields that hooks read: class, blank, name. */
    public static Set<String> of(String internalName, byte[] bytes) {
        ClassAdvice advice = Instrumentations.of(null, internalName, null);
        Set<String> members = new TreeSet<>();
        ClassVisitor visitor =
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String s, String[] thrown) {
                        for (MethodAdvice one : advice.methods) {
                            if (one.matcher.match(access, name, type)) {
                                members.add(internalName + ' ' + name);
                                addFields(internalName, one.advice, members);
                                break;
                            }
                        }
                        return null;
                    }
                };
        new ClassReader(bytes).accept(visitor, ClassReader.SKIP_CODE);
        return members;
    }

    private static void addFields(String owner, Advice advice, Set<String> to) {
        for (HookCall[] calls : new HookCall[][] {advice.enter, advice.exit}) {
            for (HookCall call : calls) {
                add(owner, call.condition, to);
                for (HookArgument value : call.values) {
                    add(owner, value, to);
                }
            }
        }
    }

    private static void add(String owner, HookArgument value, Set<String> to) {
        if (value != null && !value.name.isEmpty()) {
            to.add(owner + ' ' + value.name);
        }
    }
}
