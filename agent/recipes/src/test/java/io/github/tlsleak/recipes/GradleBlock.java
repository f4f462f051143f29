package io.github.tlsleak.recipes;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Main class of a JVM with Gradle's own classes: evaluates a {@code build.gradle} and prints what
 * it set. It uses reflection, because Gradle is on the class path with {@code -Pgradle} only.
 */
public final class GradleBlock {

    private GradleBlock() {}

    /**
     * Prints {@code jvm ARGUMENT} for each JVM argument of the task test, then {@code check WORD}
     * for the main class and each argument of tlsleakCheck, then {@code after NAME} for each task
     * that it depends on.
     */
    public static void main(String[] args) throws Exception {
        File directory = new File(args[0]);
        Object builder =
                Class.forName("org.gradle.testfixtures.ProjectBuilder")
                        .getMethod("builder")
                        .invoke(null);
        builder = call(builder, "withProjectDir", File.class, directory);
        builder = call(builder, "withGradleUserHomeDir", File.class, new File(directory, "home"));
        Object project = call(builder, "build");
        call(project, "apply", Map.class, Map.of("from", new File(directory, "build.gradle")));
        Object tasks = call(project, "getTasks");
        Object test = call(tasks, "getByName", String.class, "test");
        List<String> lines = new ArrayList<>();
        for (Object provider : (Iterable<?>) call(test, "getJvmArgumentProviders")) {
            for (Object argument : (Iterable<?>) call(provider, "asArguments")) {
                lines.add("jvm " + argument);
            }
        }
        Object check = call(tasks, "getByName", String.class, "tlsleakCheck");
        lines.add("check " + call(call(check, "getMainClass"), "get"));
        for (Object argument : (Iterable<?>) call(check, "getArgs")) {
            lines.add("check " + argument);
        }
        Object after = call(check, "getTaskDependencies");
        Class<?> task = Class.forName("org.gradle.api.Task");
        for (Object each : (Iterable<?>) call(after, "getDependencies", task, check)) {
            lines.add("after " + call(each, "getName"));
        }
        lines.forEach(System.out::println);
        // threads of Gradle stay
        System.exit(0);
    }

    private static Object call(Object target, String method) throws Exception {
        var found = target.getClass().getMethod(method);
        found.setAccessible(true);
        return found.invoke(target);
    }

    private static Object call(Object target, String method, Class<?> type, Object argument)
            throws Exception {
        var found = target.getClass().getMethod(method, type);
        found.setAccessible(true);
        return found.invoke(target, argument);
    }
}
