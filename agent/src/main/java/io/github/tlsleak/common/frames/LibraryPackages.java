package io.github.tlsleak.common.frames;

import io.github.tlsleak.common.text.DataFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The packages of known libraries, from {@code library-packages.txt}. A line holds the packages of
 * one product. Immutable, thread-safe.
 */
final class LibraryPackages {

    /** Lines with more than one package. */
    private final List<List<String>> products = new ArrayList<>();

    private final PackageSet all;

    /** Reads the data file. If that fails, no library is known. */
    LibraryPackages() {
        List<String> packages = new ArrayList<>();
        for (String line : DataFile.lines(LibraryPackages.class, "library-packages.txt")) {
            if (line.indexOf(' ') < 0) {
                packages.add(line);
            } else {
                List<String> product = Arrays.asList(line.split(" +"));
                products.add(product);
                packages.addAll(product);
            }
        }
        all = new PackageSet(packages);
    }

    /** Whether a class name, or a rendered frame, belongs to a library. */
    boolean contains(String name) {
        return all.contains(name);
    }

    /** The package of the library that a class or frame belongs to; null if it is none's. */
    @Nullable String entry(String name) {
        return all.entry(name);
    }

    /** The packages of the library that a class or frame belongs to; empty if it is none's. */
    List<String> product(String name) {
        String entry = all.entry(name);
        for (List<String> product : products) {
            if (product.contains(entry)) {
                return product;
            }
        }
        return entry == null ? Collections.<String>emptyList() : Collections.singletonList(entry);
    }

    /** Whether two class names or frames belong to one and the same library. */
    boolean isSame(@Nullable String one, String other) {
        return one != null && product(one).equals(product(other)) && contains(other);
    }
}
