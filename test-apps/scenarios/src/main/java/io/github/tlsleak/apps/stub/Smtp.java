package io.github.tlsleak.apps.stub;

import java.io.IOException;
import java.util.Locale;

/** Accepts every mail. */
final class Smtp implements Dialect {

    private final boolean tlsAtOnce;
    private final boolean lets;

    Smtp(boolean tlsAtOnce, boolean lets) {
        this.tlsAtOnce = tlsAtOnce;
        this.lets = lets;
    }

    @Override
    public void open(Line line) throws IOException {
        if (tlsAtOnce) {
            line.tls();
        }
        line.text("220 stub");
        if (!tlsAtOnce) {
            line.text(); // EHLO
            line.text("250-stub\r\n250 STARTTLS");
            line.text(); // STARTTLS
            line.text("220 go");
            line.tls();
        }
        line.text();
        line.text("250-stub\r\n250 AUTH PLAIN");
    }

    @Override
    public Said answer(Line line) throws IOException {
        String[] words = line.text().toUpperCase(Locale.ROOT).split(" ");
        switch (words[0]) {
            case "AUTH":
                line.text(lets ? "235 welcome" : "535 denied");
                return Said.SET_UP;
            case "DATA":
                line.text("354 go on");
                while (!line.text().equals(".")) {
                    continue;
                }
                line.text("250 taken");
                return Said.WORK;
            case "QUIT":
                line.text("221 bye");
                return Said.BYE;
            default:
                line.text("250 fine");
                return Said.SET_UP;
        }
    }
}
