package io.github.tlsleak.apps.libraries.protocol;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Angus Mail, SMTP with STARTTLS. */
public final class MailTransport extends ClientLibrary {

    @Override
    String dialect() {
        return "smtp";
    }

    @Override
    Session open(Target target) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.ssl.socketFactory", target.sockets());
        properties.put("mail.smtp.localhost", "here");
        jakarta.mail.Session session = jakarta.mail.Session.getInstance(properties);
        Transport transport = session.getTransport("smtp");
        try {
            transport.connect("localhost", target.port, "u", "p");
        } catch (MessagingException e) {
            transport.close();
            throw e;
        }
        return new Session() {

            @Override
            public void use() throws MessagingException {
                MimeMessage message = new MimeMessage(session);
                message.setFrom("a@localhost");
                message.setRecipient(Message.RecipientType.TO, new InternetAddress("b@localhost"));
                message.setText("hello");
                transport.sendMessage(message, message.getAllRecipients());
            }

            @Override
            public void close() throws MessagingException {
                transport.close();
            }
        };
    }
}
