package io.github.tlsleak.cli.report.format.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The files in the jar that the page is made of. Stateless. */
final class HtmlFile {

    private HtmlFile() {}

    /** The text of a file, with line ends as a browser normalises them. */
    static String text(String name) throws IOException {
        try (InputStream in = HtmlFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("damaged jar: html/" + name + " is missing; copy it anew");
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
            }
            String text = new String(bytes.toByteArray(), StandardCharsets.UTF_8);
            // a browser does this before it compares a hash of the policy
            return text.replace("\r\n", "\n");
        }
    }

    /** The hash that admits a text in a content-security policy. */
    static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
