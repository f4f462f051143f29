package io.github.tlsleak.instrument;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * What is to be written into one class, and what of it finds no method there: a JDK that renames
 * one must not cost coverage in silence. Used by one thread.
 */
final class Plan {

    private final TypeDescription type;
    private final List<String> missing = new ArrayList<>();
    private AsmVisitorWrapper.ForDeclaredMethods visitor =
            new AsmVisitorWrapper.ForDeclaredMethods();

    Plan(TypeDescription type) {
        this.type = type;
    }

    /** Advice for methods that may be there. */
    Plan where(ElementMatcher<? super MethodDescription> methods, Advice advice) {
        visitor = visitor.invokable(methods, advice);
        return this;
    }

    /** Advice for a method that must be there, and what to call it if it is not. */
    Plan on(String name, ElementMatcher<? super MethodDescription> methods, Advice advice) {
        if (type.getDeclaredMethods().filter(methods).isEmpty()) {
            missing.add(name);
        }
        return where(methods, advice);
    }

    /** Methods that must be there and are not. */
    List<String> missing() {
        return missing;
    }

    AsmVisitorWrapper visitor() {
        return visitor;
    }
}
