package io.github.tlsleak.apps.stub;

import java.io.IOException;
import java.util.Locale;

/** A mailbox without folders. */
final class Imap implements Dialect {

    private final boolean tlsAtOnce;
    private final boolean lets;

    Imap(boolean tlsAtOnce, boolean lets) {
        this.tlsAtOnce = tlsAtOnce;
        this.lets = lets;
    }

    /** Talks up to the answer to the login. */
    @Override
    public void open(Line line) throws IOException {
        if (tlsAtOnce) {
            line.tls();
        }
        line.text("* OK [CAPABILITY " + capabilities() + "] stub");
        boolean in = false;
        while (!in) {
            String[] words = words(line);
            if (words[1].equals("STARTTLS")) {
                line.text(words[0] + " OK go");
                line.tls();
            } else {
                in = words[1].equals("LOGIN");
                answer(line, words);
            }
        }
    }

    @Override
    public Said answer(Line line) throws IOException {
        return answer(line, words(line));
    }

    private static String[] words(Line line) throws IOException {
        return line.text().toUpperCase(Locale.ROOT).split(" ");
    }

    private Said answer(Line line, String[] words) throws IOException {
        boolean out = words[1].equals("LOGOUT");
        if (words[1].equals("CAPABILITY")) {
            line.text("* CAPABILITY " + capabilities());
        } else if (out) {
            line.text("* BYE stub");
        }
        boolean denied = words[1].equals("LOGIN") && !lets;
        line.text(words[0] + (denied ? " NO denied" : " OK done"));
        if (out) {
            return Said.BYE;
        }
        return words[1].equals("NOOP") ? Said.WORK : Said.SET_UP;
    }

    private String capabilities() {
        return tlsAtOnce ? "IMAP4rev1" : "IMAP4rev1 STARTTLS";
    }
}
