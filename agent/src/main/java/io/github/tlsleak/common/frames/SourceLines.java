package io.github.tlsleak.common.frames;

import java.util.Collection;

/**
 * The frames of one site that findings are on, in one text: as a rule lines of one method.
 * Stateless, thread-safe.
 */
public final class SourceLines {

    private SourceLines() {}

    /**
     * Joins frames: {@code com.acme.A.b(A.java:42) and (A.java:57)}.
     *
     * @param frames the first one in full, of others only the place if class and method are the
     *     same
     */
    public static String join(Collection<String> frames) {
        StringBuilder text = new StringBuilder();
        String before = "";
        int left = frames.size();
        for (String frame : frames) {
            int paren = frame.indexOf('(');
            String call = paren < 0 ? frame : frame.substring(0, paren);
            if (text.length() > 0) {
                text.append(left == 1 ? " and " : ", ");
            }
            text.append(call.equals(before) ? frame.substring(paren) : frame);
            before = paren <= 0 ? "" : call;
            left--;
        }
        return text.toString();
    }
}
