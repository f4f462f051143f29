package io.github.tlsleak.recipes;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Main class of a test JVM without a build tool: runs the sample's test. */
public final class PlainJvm {

    /** Its name. */
    static final String MAIN = PlainJvm.class.getName();

    private PlainJvm() {}

    /** Compiles the sample's test; returns the class path that runs it. */
    static String compile(Sample sample) throws Exception {
        Path classes = Files.createDirectories(sample.file("classes"));
        String classPath = System.getProperty("java.class.path");
        int code =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-cp",
                                classPath,
                                "-d",
                                classes.toString(),
                                sample.file("src/test/java/shop/PriceTest.java").toString());
        if (code != 0) {
            throw new AssertionError("the sample does not compile");
        }
        return classes + File.pathSeparator + classPath;
    }

    /** Runs the test; fails if it fails. */
    public static void main(String[] args) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass("shop.PriceTest"))
                        .build(),
                listener);
        if (listener.getSummary().getTestsSucceededCount() != 1) {
            throw new IllegalStateException("the sample's test did not succeed");
        }
    }
}
