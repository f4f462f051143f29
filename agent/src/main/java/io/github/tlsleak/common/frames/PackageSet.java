package io.github.tlsleak.common.frames;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set of packages or classes, each with everything below it. Immutable, thread-safe. */
final class PackageSet {

    private final Set<String> names = new HashSet<>();

    /** Takes {@code com.acme}; {@code com.acme.} and {@code com.acme.*} mean the same. */
    PackageSet(Collection<String> packages) {
        for (String name : packages) {
            String bare = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
            bare = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
            if (!bare.isEmpty()) {
                names.add(bare);
            }
        }
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Whether a class name, or a rendered frame, lies in or below one of the packages. */
    boolean contains(String name) {
        return entry(name) != null;
    }

    /** The innermost of the packages in which a class name, or a rendered frame, lies. */
    @Nullable String entry(String name) {
        int paren = name.indexOf('(');
        int end = paren < 0 ? name.length() : paren;
        for (int dot = end; dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            String prefix = name.substring(0, dot);
            if (names.contains(prefix)) {
                return prefix;
            }
        }
        return null;
    }
}
