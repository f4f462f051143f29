package io.github.tlsleak.apps.misuse;

import java.io.IOException;
import org.apache.commons.net.smtp.SMTPSClient;

// peer: smtps
// saw: eof x3
// saw[jdk<=18]: any
// expect: LOST leak SSLSocket client x3
// expect[jdk<=18]: RESCUED leak SSLSocket client x3

/** Commons Net: logout() without disconnect(). */
public final class SmtpClientNotDisconnected implements Mistake {

    @Override
    public void make(Place place) throws IOException {
        for (int i = 0; i < 3; i++) {
            greet(place);
        }
    }

    private static void greet(Place place) throws IOException {
        SMTPSClient client = new SMTPSClient(true, place.context());
        client.connect("localhost", place.port());
        if (!client.login("here") || !client.logout()) {
            throw new IOException(client.getReplyString());
        }
    }
}
