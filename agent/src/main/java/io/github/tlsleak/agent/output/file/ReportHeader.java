package io.github.tlsleak.agent.output.file;

import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.agent.process.ProcessInfo;
import io.github.tlsleak.common.Version;
import io.github.tlsleak.common.options.Options;
import io.github.tlsleak.common.schema.MetaFields;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.text.IsoTime;
import org.jspecify.annotations.Nullable;

/** The line that describes the JVM in a report. Stateless, thread-safe. */
public final class ReportHeader {

    private ReportHeader() {}

    /** The line that begins each report file. */
    public static String line(Options options, Launch run) {
        JsonLine line =
                new JsonLine()
                        .put(ReportSchema.TYPE, ReportSchema.META)
                        .put(MetaFields.SCHEMA, ReportSchema.VERSION);
        line.put(ReportSchema.RUN, run.id).put(MetaFields.AGENT, Version.current());
        if (ProcessInfo.pid() > 0) {
            line.put(MetaFields.PID, ProcessInfo.pid());
        }
        line.put(MetaFields.HOST, ProcessInfo.host());
        line.put(MetaFields.JVM, System.getProperty("java.vm.name"));
        line.put(MetaFields.JAVA, System.getProperty("java.runtime.version"));
        line.put(MetaFields.MAIN, mainClass());
        line.put(MetaFields.STARTED, IsoTime.of(run.started));
        return line.put(MetaFields.MODE, run.mode())
                .putTexts(MetaFields.LABELS, run.labels().asMap())
                .put(MetaFields.OPTIONS, options.toString())
                .toString();
    }

    /** Main class or jar. Arguments are left out, because they may hold secrets. */
    private static @Nullable String mainClass() {
        String command = System.getProperty("sun.java.command");
        if (command == null) {
            return null;
        }
        int space = command.indexOf(' ');
        return space < 0 ? command : command.substring(0, space);
    }
}
