package io.github.tlsleak.cli.attach;

import io.github.tlsleak.cli.jvm.Elsewhere;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.reach.TargetRoot;
import io.github.tlsleak.common.options.OptionFiles;
import io.github.tlsleak.common.options.OptionKey;
import io.github.tlsleak.common.options.OptionValues;
import io.github.tlsleak.common.options.Options;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The files that options name for a JVM in another container. They are that JVM's. Immutable. */
public final class TargetFiles {

    private final Elsewhere there;
    private final List<String> options;

    /**
     * @param options each {@code key=value}
     */
    public TargetFiles(Elsewhere there, List<String> options) {
        this.there = there;
        this.options = options;
    }

    /**
     * A line for each file of the options, where it is now; empty if the JVM sees the same files.
     */
    public static String where(LocalJvm jvm, List<String> options) {
        Elsewhere there = jvm.elsewhere();
        return there == null ? "" : new TargetFiles(there, options).text();
    }

    /** Adds a line to {@code wrong} for each option that is wrong, or whose file cannot be used. */
    public void check(List<String> wrong) {
        for (Map.Entry<OptionKey, String> file : files(wrong).entrySet()) {
            String name = inner(file.getValue());
            String outer = outer(name);
            String problem = OptionFiles.problem(file.getKey(), outer);
            if (problem != null) {
                wrong.add(
                        problem.replace(OptionValues.show(outer), OptionValues.show(name))
                                + " (the file is that JVM's, "
                                + outer
                                + " from here)");
            }
        }
    }

    /** The options that name files. The config file is not read: it is the JVM's, too. */
    private Map<OptionKey, String> files(List<String> wrong) {
        String prefix = OptionKey.CONFIG.key() + "=";
        List<String> others = new ArrayList<>(options);
        others.removeIf(option -> option.startsWith(prefix));
        String arguments = Options.arguments(others);
        Options parsed = Options.load(arguments, new Properties(), Collections.emptyMap(), wrong);
        Map<OptionKey, String> files = OptionFiles.named(parsed);
        for (String option : options) {
            if (option.startsWith(prefix)) {
                files.put(OptionKey.CONFIG, option.substring(prefix.length()));
            }
        }
        return files;
    }

    /** A line for each file, with its path from here. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<OptionKey, String> file : files(new ArrayList<>()).entrySet()) {
            String given = inner(file.getValue());
            String name = file.getKey().isWritten() ? filled(given) : given;
            text.append(String.format("  %-9s ", file.getKey().key()));
            text.append("is the JVM's file ").append(name).append(", from here ");
            text.append(outer(name)).append(System.lineSeparator());
        }
        return text.toString();
    }

    /** As the agent fills in the process id; start and host are not known here. */
    private String filled(String pattern) {
        String[] parts = pattern.split("%%", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].replace("%p", String.valueOf(there.innerPid()));
        }
        return String.join("%", parts);
    }

    /** Relative names refer to the JVM's working directory. */
    private String inner(String file) {
        try {
            return Paths.get(there.workingDirectory()).resolve(file).normalize().toString();
        } catch (InvalidPathException e) {
            return file;
        }
    }

    private String outer(String name) {
        try {
            Path outer = new TargetRoot(there.root()).outer(name);
            return outer.toString();
        } catch (IOException | InvalidPathException e) {
            return there.root() + name;
        }
    }
}
