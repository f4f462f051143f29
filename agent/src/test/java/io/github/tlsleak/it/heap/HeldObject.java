package io.github.tlsleak.it.heap;

import java.util.List;

/**
 * What a test program said of an object that its dump holds. What it does not know is empty.
 *
 * @param name its key in the program's map
 */
record HeldObject(
        String name,
        String state,
        String host,
        String port,
        String protocol,
        String cipher,
        String role) {

    private static final String MARK = "HELD ";

    /** All that a program said. */
    static List<HeldObject> all(List<String> output) {
        return output.stream()
                .filter(line -> line.startsWith(MARK))
                .map(line -> line.substring(MARK.length()).split("\\|", -1))
                .map(c -> new HeldObject(c[0], c[1], c[2], c[3], c[4], c[5], c[6]))
                .toList();
    }
}
