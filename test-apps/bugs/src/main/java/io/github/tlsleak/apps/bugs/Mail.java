package io.github.tlsleak.apps.bugs;

import java.util.Properties;
import javax.mail.Session;

/** The common part of both bugs of JavaMail. */
final class Mail {

    private Mail() {}

    /** Settings for {@code imaps} or {@code smtps} with the target's context. */
    static Session session(BugStage stage, String protocol) {
        Properties properties = new Properties();
        String ssl = "mail." + protocol + ".ssl.";
        properties.put(ssl + "socketFactory", stage.context().getSocketFactory());
        // otherwise the library enables TLSv1 only
        properties.put(ssl + "protocols", "TLSv1.2");
        return Session.getInstance(properties);
    }
}
