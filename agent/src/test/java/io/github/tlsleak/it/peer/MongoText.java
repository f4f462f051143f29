package io.github.tlsleak.it.peer;

/**
 * Messages of the MongoDB wire protocol, one character for each byte. All numbers are
 * little-endian. Stateless.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/">protocol</a>
 */
final class MongoText {

    private static final int OP_REPLY = 1;
    private static final int REQUEST_ID = 4;

    private MongoText() {}

    /** The answer of a server that stands alone to a message, in the old form. */
    static String greeting(String message) {
        String document =
                bool("ismaster")
                        + int32("minWireVersion", 0)
                        + int32("maxWireVersion", 17)
                        + int32("ok", 1);
        String body = int32(0) + int32(0) + int32(0) + int32(0) + int32(1) + bson(document);
        String answerTo = message.substring(REQUEST_ID, REQUEST_ID + 4);
        return int32(16 + body.length()) + int32(1) + answerTo + int32(OP_REPLY) + body;
    }

    private static String bson(String elements) {
        return int32(4 + elements.length() + 1) + elements + "\0";
    }

    private static String bool(String name) {
        return "\10" + name + "\0\1";
    }

    private static String int32(String name, int value) {
        return "\20" + name + "\0" + int32(value);
    }

    private static String int32(int value) {
        StringBuilder bytes = new StringBuilder();
        for (int shift = 0; shift < 32; shift += 8) {
            bytes.append((char) (value >> shift & 0xff));
        }
        return bytes.toString();
    }
}
