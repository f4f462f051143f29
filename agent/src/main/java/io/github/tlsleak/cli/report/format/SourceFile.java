package io.github.tlsleak.cli.report.format;

import io.github.tlsleak.cli.report.model.ReportedSite;

/** Where the source of a frame should be: file and line. Immutable. */
public final class SourceFile {

    /** With the directories of its package, such as {@code com/acme/OrderClient.java}. */
    public final String path;

    /** Counted from 1; 0 if not known. */
    public final int line;

    private SourceFile(String path, int line) {
        this.path = path;
        this.line = line;
    }

    /**
     * That of a frame such as {@code com.acme.OrderClient.order(OrderClient.java:27)}.
     *
     * @return null if the frame does not tell, or is not what a JVM writes
     */
    public static SourceFile of(String frame) {
        int paren = frame == null ? -1 : frame.indexOf('(');
        if (paren <= 0 || !frame.endsWith(")")) {
            return null;
        }
        String place = frame.substring(paren + 1, frame.length() - 1);
        int colon = place.lastIndexOf(':');
        String file = colon < 0 ? place : place.substring(0, colon);
        int method = frame.lastIndexOf('.', paren);
        int type = method <= 0 ? -1 : frame.lastIndexOf('.', method - 1);
        String directory = type < 0 ? "" : frame.substring(0, type).replace('.', '/') + '/';
        if (method <= 0 || file.indexOf('.') <= 0 || !isPath(directory) || !isPath(file)) {
            return null;
        }
        return new SourceFile(directory + file, colon < 0 ? 0 : line(place.substring(colon + 1)));
    }

    /** The innermost of a site that tells: the responsible frame, or else any. */
    public static SourceFile of(ReportedSite place) {
        SourceFile file = of(place.frame());
        for (String frame : place.stack()) {
            file = file == null ? of(frame) : file;
        }
        return file;
    }

    /** Nothing in it may lead to another place. */
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
