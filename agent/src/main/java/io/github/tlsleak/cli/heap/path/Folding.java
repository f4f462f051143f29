package io.github.tlsleak.cli.heap.path;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.common.frames.StableNames;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the step of a path from a holder, its field and what the field holds. The inside of a
 * collection is one step: {@code ConcurrentHashMap[*]}. Used by one thread.
 */
final class Folding {

    private final Attribution attribution;
    private final Map<String, Owner> owners = new HashMap<>();

    /**
     * @param appPackages packages of the application; empty: all that are not library or JDK
     */
    Folding(List<String> appPackages) {
        attribution = new Attribution(appPackages);
    }

    /** Whose class it is. */
    Owner owner(String className) {
        return owners.computeIfAbsent(
                className, name -> attribution.of(Collections.singletonList(name)).owner());
    }

    /** A step from an element of an array to an object of a class. */
    FoldedPath element(FoldedPath to, String arrayClass, String held) {
        if (to.inside) {
            return to.then(to.path, CollectionFolding.isInside(held));
        }
        Owner owner = owner(StableNames.ofClass(elementClass(arrayClass)));
        return to.then(to.path.then("[*]", "[*]", owner));
    }

    /** A step through a field to an object of a class. */
    FoldedPath field(FoldedPath to, DumpedClass type, String field, String held) {
        String holder = type.name();
        if (to.inside) {
            return to.then(to.path, staysInside(holder, field, held));
        }
        String stable = StableNames.ofClass(holder);
        if (!isOfCollection(type, field)) {
            String text = simple(stable) + "." + field;
            return to.then(to.path.then(text, stable + "." + field, owner(stable)));
        }
        boolean inside =
                CollectionFolding.isInside(held)
                        || CollectionFolding.isCollection(held) && !isElement(field);
        return to.then(to.path.then(simple(stable) + "[*]", stable + "[*]", owner(stable)), inside);
    }

    /** Whether a collection, or a subclass of one, has its elements in a field. */
    private static boolean isOfCollection(DumpedClass type, String field) {
        DumpedClass declaring = type.declaring(field);
        return CollectionFolding.isCollection(declaring == null ? type.name() : declaring.name());
    }

    /** The map of a set is inside of the set; a list in a map is not. */
    private static boolean staysInside(String holder, String field, String held) {
        if (CollectionFolding.isElementField(holder, field)) {
            return false;
        }
        return CollectionFolding.isInside(held)
                || CollectionFolding.isCollection(held) && !CollectionFolding.isInside(holder);
    }

    private static boolean isElement(String field) {
        return field.equals("value") || field.equals("element");
    }

    static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static String elementClass(String arrayClass) {
        int end = arrayClass.indexOf('[');
        return end < 0 ? arrayClass : arrayClass.substring(0, end);
    }
}
