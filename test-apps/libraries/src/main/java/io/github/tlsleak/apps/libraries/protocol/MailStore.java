package io.github.tlsleak.apps.libraries.protocol;

import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.util.Properties;

/** Angus Mail, IMAP with STARTTLS. */
public final class MailStore extends ClientLibrary {

    @Override
    String dialect() {
        return "imap";
    }

    @Override
    Session open(Target target) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.imap.starttls.enable", "true");
        properties.put("mail.imap.starttls.required", "true");
        properties.put("mail.imap.ssl.socketFactory", target.sockets());
        Store store = jakarta.mail.Session.getInstance(properties).getStore("imap");
        try {
            store.connect("localhost", target.port, "u", "p");
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
        return new Session() {

            @Override
            public void use() throws MessagingException {
                if (!store.isConnected()) {
                    throw new MessagingException("not connected");
                }
            }

            @Override
            public void close() throws MessagingException {
                store.close();
            }
        };
    }
}
