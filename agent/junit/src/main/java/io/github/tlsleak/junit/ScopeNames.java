package io.github.tlsleak.junit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/** Names of tests and classes for people, such as {@code OrderTest.places()}. Stateless. */
final class ScopeNames {

    private ScopeNames() {}

    static String of(TestIdentifier test) {
        TestSource source = test.getSource().orElse(null);
        if (source instanceof MethodSource) {
            MethodSource method = (MethodSource) source;
            return of(method.getClassName(), method.getMethodName(), test.getDisplayName());
        }
        if (source instanceof ClassSource) {
            return of(((ClassSource) source).getClassName(), null, test.getDisplayName());
        }
        return test.getDisplayName();
    }

    static String of(ExtensionContext context) {
        Optional<Class<?>> type = context.getTestClass();
        String method = context.getTestMethod().map(m -> m.getName()).orElse(null);
        return type.isPresent()
                ? of(type.get().getName(), method, context.getDisplayName())
                : context.getDisplayName();
    }

    private static String of(String type, @Nullable String method, String display) {
        String name = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
        if (method == null) {
            return name;
        }
        return name + '.' + (display.startsWith(method) ? display : method + "() " + display);
    }
}
