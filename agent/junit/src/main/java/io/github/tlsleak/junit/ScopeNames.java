package io.github.tlsleak.junit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Names of tests and classes for people, such as {@code OrderTest.places()}. Stateless. */
final class ScopeNames {

    private ScopeNames() {}

    static String of(ExtensionContext context) {
        Optional<Class<?>> type = context.getTestClass();
        String method = context.getTestMethod().map(m -> m.getName()).orElse(null);
        return type.isPresent()
                ? of(type.get().getName(), method, context.getDisplayName())
                : context.getDisplayName();
    }

    /** Of a class and, if there is one, a method in it. */
    static String of(String type, @Nullable String method, String display) {
        String name = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
        if (method == null) {
            return name;
        }
        return name + '.' + (display.startsWith(method) ? display : method + "() " + display);
    }
}
