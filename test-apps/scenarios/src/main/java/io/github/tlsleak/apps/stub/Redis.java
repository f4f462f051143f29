package io.github.tlsleak.apps.stub;

import java.io.IOException;

/** Answers OK to every command. */
final class Redis implements Dialect {

    @Override
    public void open(Line line) throws IOException {
        line.tls();
    }

    @Override
    public Said answer(Line line) throws IOException {
        int words = Integer.parseInt(line.text().substring(1));
        String command = "";
        for (int i = 0; i < words; i++) {
            int length = Integer.parseInt(line.text().substring(1));
            String word = new String(line.read(length + 2), "ISO-8859-1").trim();
            command = i == 0 ? word : command;
        }
        line.text(command.equals("PING") ? "+PONG" : "+OK");
        return command.equals("QUIT") ? Said.BYE : Said.WORK;
    }
}
