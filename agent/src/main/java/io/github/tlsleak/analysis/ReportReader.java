package io.github.tlsleak.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads reports line by line. What is not a line of a report is counted and left out, never fatal.
 * Used by one thread.
 */
final class ReportReader {

    /** The newest schema known. */
    static final long SCHEMA = 1;

    /** The types of lines, with the texts that each must have. */
    private static final Map<String, List<String>> TYPES = types();

    private final LineHandler handler;
    private final LineParser parser = new LineParser();
    private Problems problems = new Problems();
    private LineSplitter lines;
    private long accepted;

    /** Takes the lines of a report, in its order. */
    interface LineHandler {
        /** Of a known type, with all texts that this type must have. */
        void line(ReportLine line);
    }

    /** Reads for a handler. */
    ReportReader(LineHandler handler) {
        this.handler = handler;
    }

    /**
     * Reads one file.
     *
     * @return what was left out
     * @throws IOException with one clear line: which file, and why it cannot be read
     */
    Problems read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory: name a report in it");
        }
        Problems found;
        try (InputStream in = Files.newInputStream(file)) {
            found = read(in);
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException(
                    file + ": permission denied, reports are for the JVM's own user", e);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        if (accepted == 0) {
            String what = lines.number() == 0 ? " is empty: no" : " holds no line of a tlsleak";
            throw new IOException(file + what + " report");
        }
        return found;
    }

    /** Reads to the end of a stream, which stays open. */
    Problems read(InputStream in) throws IOException {
        problems = new Problems();
        accepted = 0;
        lines = new LineSplitter(in);
        while (lines.next()) {
            line();
        }
        return problems;
    }

    private void line() {
        if (isBlank(lines.bytes(), lines.length())) {
            return;
        }
        ReportLine line = lines.isTooLong() ? null : parser.parse(lines.bytes(), lines.length());
        long number = lines.number();
        if (line == null) {
            boolean begun = lines.bytes()[0] == '{' && !lines.isTooLong();
            Problems.Kind kind = begun ? Problems.Kind.DAMAGED : Problems.Kind.FOREIGN;
            problems.add(begun && !lines.isEnded() ? Problems.Kind.UNFINISHED : kind, number);
        } else if (line.type() == null) {
            problems.add(Problems.Kind.FOREIGN, number);
        } else if (!TYPES.containsKey(line.type())) {
            problems.addUnknown(line.type(), number);
        } else if (!hasTexts(line, TYPES.get(line.type()))) {
            problems.add(Problems.Kind.DAMAGED, number);
        } else {
            accept(line);
        }
    }

    private void accept(ReportLine line) {
        accepted++;
        if (line.number("schema", SCHEMA) > SCHEMA) {
            problems.newerSchema(line.number("schema", SCHEMA));
        }
        handler.line(line);
    }

    private static boolean isBlank(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\r' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasTexts(ReportLine line, List<String> names) {
        for (String name : names) {
            if (line.text(name) == null) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, List<String>> types() {
        List<String> none = Collections.emptyList();
        List<String> site = Collections.singletonList("site");
        List<String> finding = Arrays.asList("site", "verdict");
        Map<String, List<String>> types = new HashMap<>();
        types.put("meta", none);
        types.put("summary", none);
        types.put("site", site);
        types.put("skipped", site);
        types.put("leak", finding);
        types.put("open", finding);
        types.put("reclosed", finding);
        types.put("context", finding);
        return types;
    }
}
