package io.github.tlsleak.cli.heap.dump;

/** Writes class names as a programmer does. Stateless. */
final class ClassNames {

    private static final String CODES = "ZCFDBSIJ";
    private static final String[] PRIMITIVES = {
        "boolean", "char", "float", "double", "byte", "short", "int", "long"
    };

    private ClassNames() {}

    /** {@code [Ljava.lang.Object;} as {@code java.lang.Object[]}; other names are unchanged. */
    static String readable(String name) {
        int dimensions = 0;
        while (dimensions < name.length() && name.charAt(dimensions) == '[') {
            dimensions++;
        }
        if (dimensions == 0) {
            return name.replace('/', '.');
        }
        StringBuilder text = new StringBuilder(element(name.substring(dimensions)));
        for (int i = 0; i < dimensions; i++) {
            text.append("[]");
        }
        return text.toString();
    }

    private static String element(String code) {
        if (code.startsWith("L") && code.endsWith(";")) {
            return code.substring(1, code.length() - 1).replace('/', '.');
        }
        int primitive = code.length() == 1 ? CODES.indexOf(code) : -1;
        return primitive < 0 ? code : PRIMITIVES[primitive];
    }
}
