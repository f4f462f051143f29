package io.github.tlsleak.agent.output.file;

import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.agent.process.ProcessInfo;
import io.github.tlsleak.common.Version;
import io.github.tlsleak.common.options.Options;
import java.time.Instant;

/** What a report says of its JVM. Stateless. */
public final class ReportHeader {

    private ReportHeader() {}

    /** The line that begins each report file. */
    public static String line(Options options, Launch run) {
        JsonLine line = new JsonLine().put("type", "meta").put("schema", 1L);
        line.put("run", run.id).put("agent", Version.current());
        if (ProcessInfo.pid() > 0) {
            line.put("pid", ProcessInfo.pid());
        }
        line.put("host", ProcessInfo.host());
        line.put("jvm", System.getProperty("java.vm.name"));
        line.put("java", System.getProperty("java.runtime.version"));
        line.put("main", mainClass());
        line.put("started", Instant.ofEpochMilli(run.started).toString());
        return line.put("mode", run.mode()).put("options", options.toString()).toString();
    }

    /** Main class or jar without arguments, which may hold secrets. */
    private static String mainClass() {
        String command = System.getProperty("sun.java.command");
        if (command == null) {
            return null;
        }
        int space = command.indexOf(' ');
        return space < 0 ? command : command.substring(0, space);
    }
}
