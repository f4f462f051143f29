package io.github.tlsleak.common.frames;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

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
        int paren = name.indexOf('(');
        int end = paren < 0 ? name.length() : paren;
        for (int dot = name.indexOf('.'); dot >= 0 && dot < end; dot = name.indexOf('.', dot + 1)) {
            if (names.contains(name.substring(0, dot))) {
                return true;
            }
        }
        return names.contains(name.substring(0, end));
    }
}
