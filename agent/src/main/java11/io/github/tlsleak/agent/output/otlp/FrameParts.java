package io.github.tlsleak.agent.output.otlp;

import org.jspecify.annotations.Nullable;

/** A frame taken apart: function, file and line. Immutable. */
final class FrameParts {

    /** Class and method with the package; null if not known. */
    final @Nullable String function;

    /** The source file with the directories of its package; null if not known. */
    final @Nullable String path;

    /** The line, counted from 1; 0 if not known. */
    final int line;

    private FrameParts(@Nullable String function, @Nullable String path, int line) {
        this.function = function;
        this.path = path;
        this.line = line;
    }

    /** The parts of a frame such as {@code com.acme.A.b(A.java:42)}. */
    static FrameParts of(@Nullable String frame) {
        int paren = frame == null ? -1 : frame.indexOf('(');
        if (frame == null || paren <= 0 || !frame.endsWith(")")) {
            return new FrameParts(frame, null, 0);
        }
        String function = frame.substring(0, paren);
        String place = frame.substring(paren + 1, frame.length() - 1);
        int colon = place.lastIndexOf(':');
        String file = colon < 0 ? place : place.substring(0, colon);
        if (file.indexOf('.') <= 0) {
            return new FrameParts(function, null, 0);
        }
        int line = colon < 0 ? 0 : number(place.substring(colon + 1));
        return new FrameParts(function, directory(function) + file, line);
    }

    private static String directory(String function) {
        int method = function.lastIndexOf('.');
        int type = method <= 0 ? -1 : function.lastIndexOf('.', method - 1);
        return type <= 0 ? "" : function.substring(0, type).replace('.', '/') + '/';
    }

    private static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
