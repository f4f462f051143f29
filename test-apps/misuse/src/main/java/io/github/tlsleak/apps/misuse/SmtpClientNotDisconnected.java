package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.Situation;
import java.io.IOException;
import org.apache.commons.net.smtp.SMTPSClient;

// peer: smtps
// saw: eof x3
// saw[jdk<=18]: any
// expect: LOST leak SSLSocket client x3
// expect[jdk<=18]: RESCUED leak SSLSocket client x3

/** Commons Net: logout() without disconnect(). */
public final class SmtpClientNotDisconnected implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) throws IOException {
        for (int i = 0; i < 3; i++) {
            greet(stage);
        }
    }

    private static void greet(MisuseStage stage) throws IOException {
        SMTPSClient client = new SMTPSClient(true, stage.context());
        client.connect("localhost", stage.port());
        if (!client.login("here") || !client.logout()) {
            throw new IOException(client.getReplyString());
        }
    }
}
