package io.github.tlsleak.bench.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The machine and the JDKs. Figures have no meaning without them. */
public final class Machine {

    private Machine() {}

    public static String describe(Setup setup) {
        return String.format(
                Locale.ROOT,
                "%s, %d processors (%s), load %.1f, JDK %s, %s%s%s, " + "instructions %s",
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                model(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                setup.homes.get(0).getFileName(),
                setup.quick ? "quick" : "full",
                setup.processors.isEmpty() ? "" : ", on processors " + setup.processors,
                setup.control ? ", control: no agent" : "",
                Instructions.areCounted() ? "counted" : "not counted here");
    }

    private static String model() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
