package io.github.tlsleak.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.FakeInstrumentation;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A class is linked before it is retransformed, because of JDK-8277444. */
class RetransformTest {

    private final List<String> events = new ArrayList<>();

    @Test
    void aClassIsLinkedBeforeItIsRetransformed() throws Exception {
        Class<?> unlinked = Class.forName(Unlinked.class.getName(), false, new Recorder());
        assertThat(events).containsExactly("load Unlinked");

        Retransform.one(instrumentation(), unlinked);

        // the verifier, a part of linking, asks whether a Child is a Parent
        assertThat(events).startsWith("load Unlinked").endsWith("retransform Unlinked");
        assertThat(events).contains("load Child");
        assertThat(System.getProperty("tlsleak.test.initialized")).isNull();
    }

    @Test
    void aClassIsRetransformedThoughTheTypeOfAParameterIsMissing() throws Exception {
        Recorder loader = new Recorder();
        loader.missing = Parent.class.getName();
        Class<?> type = Class.forName(Incomplete.class.getName(), false, loader);

        Retransform.one(instrumentation(), type);

        assertThat(events).endsWith("retransform Incomplete");
    }

    private static String nested(String name) {
        return name.substring(name.indexOf('$') + 1);
    }

    private Instrumentation instrumentation() {
        return FakeInstrumentation.of(
                (method, arguments) -> {
                    for (Class<?> type : (Class<?>[]) arguments[0]) {
                        events.add("retransform " + nested(type.getName()));
                    }
                    return null;
                });
    }

    /** Defines the classes at the end of this file again, and notes when the JVM asks for them. */
    private final class Recorder extends ClassLoader {

        private String missing;

        private Recorder() {
            super(RetransformTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(RetransformTest.class.getName() + "$")) {
                return super.loadClass(name, resolve);
            }
            if (name.equals(missing)) {
                throw new ClassNotFoundException(name);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            events.add("load " + nested(name));
            try (InputStream in = getResourceAsStream(name.replace('.', '/').concat(".class"))) {
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    static class Parent {}

    static class Child extends Parent {}

    static class Unlinked {

        static {
            System.setProperty("tlsleak.test.initialized", "true");
        }

        Parent widen(Child child) {
            return child;
        }
    }

    static class Incomplete {

        Incomplete(Parent parent) {}
    }
}
