package io.github.tlsleak.apps.misuse;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;

// jdk: 11+
// peer: smtp
// saw: close_notify x3
// saw[jdk<=18]: any
// expect: RESCUED leak SSLSocket client x3

/** Angus Mail: an SMTP transport with STARTTLS is not closed. It has a finalizer. */
public final class MailTransportNotClosed implements Mistake {

    @Override
    public void make(Place place) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.ssl.socketFactory", place.sockets());
        for (int i = 0; i < 3; i++) {
            Session.getInstance(properties)
                    .getTransport("smtp")
                    .connect("localhost", place.port(), "u", "p");
        }
    }
}
