package io.github.tlsleak.cli.report.format;

import io.github.tlsleak.cli.report.Formats;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.read.Progress;
import io.github.tlsleak.cli.report.read.ReportInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads reports, and writes them in a format. */
public final class Written {

    public static final String VERSION = "0.1.0";

    private Written() {}

    public static Analysis read(Path... reports) {
        List<String> names = Arrays.stream(reports).map(Path::toString).toList();
        InputStream nothing = new ByteArrayInputStream(new byte[0]);
        return Analysis.of(new ReportInput(names, nothing, Progress.NONE));
    }

    /** Reads lines as from the standard input. */
    public static Analysis read(String lines) {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        InputStream in = new ByteArrayInputStream(bytes);
        return Analysis.of(new ReportInput(List.of("-"), in, Progress.NONE));
    }

    public static String as(String format, Analysis analysis) throws IOException {
        return as(new Formats(VERSION).of(format), analysis);
    }

    public static String as(Format format, Analysis analysis) throws IOException {
        StringWriter text = new StringWriter();
        format.write(analysis, text);
        return text.toString();
    }

    /** The content of a golden file; written anew with -Dtlsleak.golden=write. */
    public static String golden(String name, String now) throws IOException {
        Path file = Path.of("src/test/resources/io/github/tlsleak/cli/report").resolve(name);
        if ("write".equals(System.getProperty("tlsleak.golden"))) {
            Files.writeString(file, now);
        }
        return Files.readString(file);
    }

    public static Path resource(String name) {
        return Path.of("src/test/resources/io/github/tlsleak/cli/report").resolve(name);
    }
}
