package io.github.tlsleak.apps.bugs;

import java.util.Properties;
import javax.mail.Session;

/** How both bugs of JavaMail are come by. */
final class Mail {

    private Mail() {}

    /** Settings for {@code imaps} or {@code smtps} with the target's context. */
    static Session session(Target target, String protocol) {
        Properties properties = new Properties();
        String ssl = "mail." + protocol + ".ssl.";
        properties.put(ssl + "socketFactory", target.context().getSocketFactory());
        // else TLSv1 alone
        properties.put(ssl + "protocols", "TLSv1.2");
        return Session.getInstance(properties);
    }
}
