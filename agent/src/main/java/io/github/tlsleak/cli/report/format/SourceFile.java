package io.github.tlsleak.cli.report.format;

import io.github.tlsleak.cli.report.model.ReportedSite;
import org.jspecify.annotations.Nullable;

/** The source file and line of a frame. Immutable. */
public final class SourceFile {

    /** The file with the directories of its package: {@code com/acme/OrderClient.java}. */
    public final String path;

    /** The line, counted from 1; 0 if not known. */
    public final int line;

    private SourceFile(String path, int line) {
        this.path = path;
        this.line = line;
    }

    /**
     * The source of a frame such as {@code com.acme.OrderClient.order(OrderClient.java:27)}.
     *
     * @return null if the frame names no file, or is not as a JVM writes frames
     */
    public static @Nullable SourceFile of(@Nullable String frame) {
        if (frame == null) {
            return null;
        }
        int paren = frame.indexOf('(');
        if (paren <= 0 || !frame.endsWith(")")) {
            return null;
        }
        String position = frame.substring(paren + 1, frame.length() - 1);
        int colon = position.lastIndexOf(':');
        String file = colon < 0 ? position : position.substring(0, colon);
        int method = frame.lastIndexOf('.', paren);
        int type = method <= 0 ? -1 : frame.lastIndexOf('.', method - 1);
        String directory = type < 0 ? "" : frame.substring(0, type).replace('.', '/') + '/';
        if (method <= 0 || file.indexOf('.') <= 0 || !isPath(directory) || !isPath(file)) {
            return null;
        }
        return new SourceFile(
                directory + file, colon < 0 ? 0 : line(position.substring(colon + 1)));
    }

    /**
     * The source of a site: that of its responsible frame, or else of the innermost frame that
     * names a file.
     */
    public static @Nullable SourceFile of(ReportedSite site) {
        SourceFile file = of(site.frame());
        for (String frame : site.stack()) {
            file = file == null ? of(frame) : file;
        }
        return file;
    }

    /** Whether a text is a plain relative path: nothing in it leads out of its directory. */
    private static boolean isPath(String text) {
        char before = '/';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inside = Character.isJavaIdentifierPart(c) || c == '-';
            if (!inside && ((c != '/' && c != '.') || before == '/' || before == '.')) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static int line(String digits) {
        try {
            return Math.max(0, Integer.parseInt(digits));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
