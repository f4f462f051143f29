package io.github.tlsleak.cli.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/** Names of users, from the file {@code /etc/passwd}. Stateless, thread-safe. */
public final class Users {

    private static final Path LOCAL = Paths.get("/etc/passwd");

    private Users() {}

    /** The name of a user, or the number if the file does not have it. */
    static String name(long uid) {
        try {
            for (String line : Files.readAllLines(LOCAL, StandardCharsets.ISO_8859_1)) {
                String[] fields = line.split(":", -1);
                if (fields.length > 2 && fields[2].equals(Long.toString(uid))) {
                    return fields[0];
                }
            }
        } catch (IOException | RuntimeException e) {
            return Long.toString(uid);
        }
        return Long.toString(uid);
    }

    /** The command that runs tlsleak as a user. */
    public static String sudo(long uid) {
        String name = name(uid);
        boolean number = Character.isDigit(name.charAt(0));
        return "sudo -u " + (number ? "'#" + name + "'" : name) + " java -jar tlsleak.jar ...";
    }
}
