package io.github.tlsleak.apps.bugs;

import java.util.Properties;
import javax.mail.Session;

/** How both bugs of JavaMail are come by. */
final class Mail {

    private Mail() {}

    /** Settings for {@code imaps} or {@code smtps} with the target's context. */
    static Session session(BugStage stage, String protocol) {
        Properties properties = new Properties();
        String ssl = "mail." + protocol + ".ssl.";
        properties.put(ssl + "socketFactory", stage.context().getSocketFactory());
        // else TLSv1 alone
        properties.put(ssl + "protocols", "TLSv1.2");
        return Session.getInstance(properties);
    }
}
