package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Situation;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;

// jdk: 11+
// peer: imaps
// saw: close_notify x3
// saw[jdk<=18]: any
// expect: RESCUED leak SSLSocket client x3

/** Angus Mail: a store is connected and not closed. It has a finalizer. */
public final class MailStoreNotClosed implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.imaps.ssl.socketFactory", stage.factory());
        for (int i = 0; i < 3; i++) {
            Session.getInstance(properties)
                    .getStore("imaps")
                    .connect("localhost", stage.port(), "u", "p");
        }
    }
}
