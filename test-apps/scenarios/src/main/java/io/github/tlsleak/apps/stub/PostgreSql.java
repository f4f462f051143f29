package io.github.tlsleak.apps.stub;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A server that accepts every login and runs no query. */
final class PostgreSql implements Dialect {

    private final boolean lets;

    PostgreSql(boolean lets) {
        this.lets = lets;
    }

    @Override
    public void open(Line line) throws IOException {
        line.read(8); // SSLRequest
        line.write(new byte[] {'S'});
        line.tls();
        line.read(line.number(4) - 4); // StartupMessage
        if (!lets) {
            line.write(message('E', "SFATAL\0VFATAL\0C28P01\0Mdenied\0\0"));
            return;
        }
        line.write(message('R', "\0\0\0\0"));
        parameter(line, "server_version", "14.0");
        parameter(line, "client_encoding", "UTF8");
        parameter(line, "integer_datetimes", "on");
        parameter(line, "standard_conforming_strings", "on");
        parameter(line, "DateStyle", "ISO");
        line.write(message('K', "\0\0\0\1\0\0\0\2"));
        line.write(message('Z', "I"));
    }

    /**
     * A simple query gets its answer at once. Messages of the extended protocol get theirs at a
     * Sync.
     */
    @Override
    public Said answer(Line line) throws IOException {
        int type = line.read();
        line.read(line.number(4) - 4);
        if (type == 'Q') {
            line.write(message('C', "DO\0"));
        } else if (type == 'S') {
            line.write(message('E', "SERROR\0VERROR\0C42601\0Mnothing is run here\0\0"));
        }
        if (type == 'Q' || type == 'S') {
            line.write(message('Z', "I"));
        }
        if (type == 'X') {
            return Said.BYE;
        }
        return type == 'Q' ? Said.WORK : Said.SET_UP;
    }

    private static void parameter(Line line, String name, String value) throws IOException {
        line.write(message('S', name + "\0" + value + "\0"));
    }

    private static byte[] message(char type, String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(type);
        out.writeInt(4 + body.length());
        out.write(body.getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }
}
