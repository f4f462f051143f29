package io.github.tlsleak.apps.stub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** MySQL 8.0 or MariaDB, as far as drivers need it to connect. */
final class MySql implements Dialect {

    private static final int QUIT = 1;
    private static final int QUERY = 3;
    private static final int TEXT_ROW = 0xfd;

    /** Capabilities: long password, protocol 4.1, TLS, transactions, secure connection, plugins. */
    private static final int CAPABILITIES = 0x1 | 0x200 | 0x800 | 0x2000 | 0x8000 | 0x80000;

    private final boolean lets;

    MySql(boolean lets) {
        this.lets = lets;
    }

    @Override
    public void open(Line line) throws IOException {
        send(line, 0, greeting());
        packet(line); // SSLRequest
        line.tls();
        packet(line);
        send(line, 3, lets ? ok() : "\u00ff\u0015\u0004#28000denied");
    }

    private static String greeting() {
        String low = number(CAPABILITIES & 0xffff, 2);
        String high = number(CAPABILITIES >> 16, 2);
        String salt = "abcdefghijklmnopqrst";
        return "\n8.0.36\0"
                + number(7, 4)
                + salt.substring(0, 8)
                + "\0"
                + low
                + "\u002d"
                + number(2, 2)
                + high
                + "\u0015"
                + number(0, 10)
                + salt.substring(8)
                + "\0mysql_native_password\0";
    }

    @Override
    public Said answer(Line line) throws IOException {
        byte[] request = packet(line);
        String text = new String(request, 1, request.length - 1, StandardCharsets.UTF_8);
        String query = text.replaceAll("/\\*.*?\\*/", "").trim();
        if (request[0] == QUERY && query.toUpperCase(Locale.ROOT).startsWith("SELECT")) {
            select(line, query.substring("SELECT".length()).split(","));
        } else if (request[0] != QUIT) {
            send(line, 1, ok());
        }
        if (request[0] == QUIT) {
            return Said.BYE;
        }
        return query.startsWith("DO ") ? Said.WORK : Said.SET_UP;
    }

    private static void select(Line line, String[] columns) throws IOException {
        int sequence = 1;
        send(line, sequence++, number(columns.length, 1));
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            String[] words = column.trim().split("(?i) as ");
            String name = words[words.length - 1].trim();
            send(line, sequence++, column(name));
            values.add(counted(value(name)));
        }
        send(line, sequence++, eof());
        send(line, sequence++, String.join("", values));
        send(line, sequence, eof());
    }

    private static String column(String name) {
        String type = number(TEXT_ROW, 1) + number(0, 2) + number(0, 1) + number(0, 2);
        return counted("def")
                + "\0\0\0"
                + counted(name)
                + counted(name)
                + "\f"
                + number(0x2d, 2)
                + number(255, 4)
                + type;
    }

    private static String value(String name) {
        if (name.contains("time_zone")) {
            return "UTC";
        }
        if (name.contains("character_set")) {
            return "utf8mb4";
        }
        if (name.contains("collation")) {
            return "utf8mb4_general_ci";
        }
        if (name.contains("isolation")) {
            return "REPEATABLE-READ";
        }
        if (name.contains("max_allowed_packet")) {
            return "16777216";
        }
        return name.contains("sql_mode") || name.contains("init_connect") ? "" : "1";
    }

    private static String ok() {
        return "\0\0\0" + number(2, 2) + number(0, 2);
    }

    private static String eof() {
        return "\u00fe" + number(0, 2) + number(2, 2);
    }

    private static String counted(String text) {
        return number(text.length(), 1) + text;
    }

    /** A number with the lowest byte first. */
    private static String number(int number, int bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes; i++) {
            text.append((char) (number >> 8 * i & 0xff));
        }
        return text.toString();
    }

    private static byte[] packet(Line line) throws IOException {
        byte[] head = line.read(4);
        return line.read((head[0] & 0xff) | (head[1] & 0xff) << 8 | (head[2] & 0xff) << 16);
    }

    /** Sends a packet. Each character of the text is one byte. */
    private static void send(Line line, int sequence, String body) throws IOException {
        String packet = number(body.length(), 3) + number(sequence, 1) + body;
        line.write(packet.getBytes(StandardCharsets.ISO_8859_1));
    }
}
