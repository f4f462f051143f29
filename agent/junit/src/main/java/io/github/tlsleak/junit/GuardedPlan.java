package io.github.tlsleak.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Looks for guarded tests in a plan, before they run. Stateless. */
final class GuardedPlan {

    static final String AUTO_DETECTION = "junit.jupiter.extensions.autodetection.enabled";

    private GuardedPlan() {}

    /** Whether all tests are guarded, or some by an annotation. */
    static boolean isGuarded(TestPlan plan) {
        Optional<String> all = plan.getConfigurationParameters().get(AUTO_DETECTION);
        if (Boolean.parseBoolean(all.orElse("").trim())) {
            return true;
        }
        for (TestIdentifier root : plan.getRoots()) {
            for (TestIdentifier test : plan.getDescendants(root)) {
                if (isAnnotated(test.getSource().orElse(null))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAnnotated(@Nullable TestSource source) {
        try {
            AnnotatedElement element = null;
            if (source instanceof ClassSource) {
                element = ((ClassSource) source).getJavaClass();
            } else if (source instanceof MethodSource) {
                element = ((MethodSource) source).getJavaMethod();
            }
            return AnnotationSupport.isAnnotated(element, NoTlsLeaks.class);
        } catch (JUnitException | LinkageError e) {
            // an engine whose sources are no classes: its tests are not annotated
            return false;
        }
    }
}
