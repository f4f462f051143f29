package io.github.tlsleak.common.frames;

/**
 * Removes from class and method names what differs between runs: the numbers of lambdas, proxies
 * and other generated classes. Stateless, thread-safe.
 */
public final class StableNames {

    /** What code generators write before a running number. The name is cut off behind it. */
    private static final String[] MARKERS = {
        "$$Lambda",
        "$$EnhancerBySpringCGLIB",
        "$$FastClassBySpringCGLIB",
        "$$SpringCGLIB",
        "$$EnhancerByCGLIB",
        "$$FastClassByCGLIB",
        "$$EnhancerByGuice",
        "$$FastClassByGuice",
        "$HibernateProxy",
        "$ByteBuddy",
        "$MockitoMock",
        "$auxiliary",
        "_$$_javassist",
        "_$$_jvst",
        "GeneratedMethodAccessor",
        "GeneratedConstructorAccessor",
        "GeneratedSerializationConstructorAccessor",
    };

    private static final String PROXY = "$Proxy";

    private StableNames() {}

    /** A class name as {@link StackTraceElement#getClassName()} gives it, made stable. */
    public static String ofClass(String name) {
        // a slash is in the names of hidden classes only: com.acme.Foo$$Lambda/0x00007f1e
        int slash = name.indexOf('/');
        String cut = slash < 0 ? name : name.substring(0, slash);
        // fast path for most names: every marker holds a dollar sign or "Accessor"
        if (cut.indexOf('$') < 0 && !cut.contains("Accessor")) {
            return cut;
        }
        for (String marker : MARKERS) {
            int at = cut.indexOf(marker);
            if (at >= 0 && isNumbered(cut, marker, at + marker.length())) {
                return cut.substring(0, at + marker.length());
            }
        }
        return withoutProxyNumber(cut);
    }

    /** A method name made stable: {@code lambda$main$0} is {@code lambda$main}. */
    public static String ofMethod(String name) {
        int dollar = name.lastIndexOf('$');
        // javac writes lambda$main$0, Kotlin main$lambda$0
        boolean lambda = name.startsWith("lambda$") || name.startsWith("$lambda", dollar - 7);
        return lambda && dollar > "lambda".length() && areDigits(name, dollar + 1)
                ? name.substring(0, dollar)
                : name;
    }

    /** False if the marker is only the beginning of a word, as in {@code Foo$ByteBuddyUser}. */
    private static boolean isNumbered(String name, String marker, int end) {
        if (end == name.length() || marker.endsWith("jvst")) {
            return true;
        }
        char next = name.charAt(end);
        return next == '$' || next == '_' || (next >= '0' && next <= '9');
    }

    private static String withoutProxyNumber(String name) {
        int at = name.lastIndexOf(PROXY);
        boolean simpleName = at == 0 || (at > 0 && name.charAt(at - 1) == '.');
        if (!simpleName || !areDigits(name, at + PROXY.length())) {
            return name;
        }
        // the JDK numbers the packages of proxies as well, and JDK 8 names them differently
        boolean ofJdk = name.startsWith("jdk.proxy") || name.startsWith("com.sun.proxy.");
        return ofJdk ? PROXY : name.substring(0, at + PROXY.length());
    }

    private static boolean areDigits(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < text.length();
    }
}
