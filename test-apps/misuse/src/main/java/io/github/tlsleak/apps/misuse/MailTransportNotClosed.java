package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Situation;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;

// jdk: 11+
// peer: smtp
// saw: close_notify x3
// saw[jdk<=18]: any
// expect: RESCUED leak SSLSocket client x3

/** Angus Mail: an SMTP transport with STARTTLS is not closed. It has a finalizer. */
public final class MailTransportNotClosed implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.ssl.socketFactory", stage.factory());
        for (int i = 0; i < 3; i++) {
            Session.getInstance(properties)
                    .getTransport("smtp")
                    .connect("localhost", stage.port(), "u", "p");
        }
    }
}
