package io.github.tlsleak.common.frames;

import org.jspecify.annotations.Nullable;

/**
 * What a frame counts for in the name of a site: class and method. Numbers that compilers give,
 * generated classes and accessors do not count, so that an edit elsewhere in the class changes
 * nothing. Stateless, thread-safe.
 */
final class CallName {

    /** Ends of the names of classes that only pass calls on, as {@link StableNames} leaves them. */
    private static final String[] GENERATED = {
        "$$Lambda",
        "CGLIB",
        "ByGuice",
        "$HibernateProxy",
        "$ByteBuddy",
        "$MockitoMock",
        "$auxiliary",
        "_$$_javassist",
        "_$$_jvst",
        "$Proxy",
        "_ClientProxy",
        "_WeldClientProxy",
        "_Subclass",
    };

    /** A lambda whose enclosing method is not known. */
    private static final String LAMBDA = "lambda";

    /** What tools put behind the name of a method that they moved; cut off with all behind it. */
    private static final String[] MOVED = {
        "$lambda", "$default", "$suspendImpl", "$original$", "$accessor$", "_aroundBody",
    };

    private CallName() {}

    /**
     * Class and method of a frame, without file and line.
     *
     * @param frame a cleaned frame
     * @return null if the frame is of generated code
     */
    static @Nullable String of(String frame) {
        int paren = frame.indexOf('(');
        String name = paren <= 0 ? frame : frame.substring(0, paren);
        int dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return name;
        }
        String type = name.substring(0, dot);
        String method = name.substring(dot + 1);
        boolean passesOn = method.startsWith("access$") || isGenerated(type);
        return passesOn ? null : withoutNumbers(type) + '.' + method(method);
    }

    private static boolean isGenerated(String type) {
        for (String end : GENERATED) {
            if (type.endsWith(end)) {
                return true;
            }
        }
        return type.contains("$AjcClosure");
    }

    /**
     * Removes the numbers of anonymous and local classes, and those of Groovy's and Clojure's
     * closures: {@code Foo$1} is {@code Foo$}, {@code Foo$2Local} is {@code Foo$Local}.
     */
    private static String withoutNumbers(String type) {
        int dollar = type.indexOf('$');
        if (dollar < 0) {
            return type;
        }
        StringBuilder name = new StringBuilder(type.length()).append(type, 0, dollar);
        for (String part : type.substring(dollar + 1).split("\\$", -1)) {
            String bare = part.substring(digitsAt(part, 0));
            int end = bare.length();
            while (end > 0 && isDigit(bare.charAt(end - 1))) {
                end--;
            }
            String before = bare.substring(0, end);
            boolean numbered = before.endsWith("__") || before.endsWith("_closure");
            name.append('$').append(numbered ? before : bare);
        }
        return name.toString();
    }

    private static String method(String method) {
        if (method.startsWith("lambda$")) {
            return enclosing(method.substring("lambda$".length()));
        }
        if (method.startsWith("$anonfun$")) {
            String rest = method.substring("$anonfun$".length());
            return enclosing(
                    rest.endsWith("$adapted")
                            ? rest.substring(0, rest.length() - "$adapted".length())
                            : rest);
        }
        if (method.startsWith("lambda-")) {
            return LAMBDA;
        }
        String name = method;
        for (String mark : MOVED) {
            int at = name.indexOf(mark);
            name = at > 0 ? name.substring(0, at) : name;
        }
        return withoutSuffix(name);
    }

    /** The method around a lambda, by what stands behind {@code lambda$}. */
    private static String enclosing(String rest) {
        String name = withoutSuffix(rest);
        if (name.isEmpty() || name.equals("null") || digitsAt(name, 0) == name.length()) {
            return LAMBDA;
        }
        if (name.equals("new")) {
            return "<init>";
        }
        return name.equals("static") ? "<clinit>" : name;
    }

    /** Cuts off numbers, and the hashes that javac gives to lambdas that can be serialized. */
    private static String withoutSuffix(String method) {
        String name = method;
        for (int at = name.lastIndexOf('$'); at > 0; at = name.lastIndexOf('$')) {
            int digits = digitsAt(name, at + 1);
            boolean number = digits > at + 1 && digits == name.length();
            if (!number && !isHash(name, at + 1)) {
                break;
            }
            name = name.substring(0, at);
        }
        return name;
    }

    private static boolean isHash(String name, int from) {
        boolean digit = false;
        for (int i = from; i < name.length(); i++) {
            char c = name.charAt(i);
            digit |= isDigit(c);
            if (!isDigit(c) && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return digit && name.length() - from >= 5 && name.length() - from <= 8;
    }

    /** The index behind the digits that begin at an index. */
    private static int digitsAt(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
