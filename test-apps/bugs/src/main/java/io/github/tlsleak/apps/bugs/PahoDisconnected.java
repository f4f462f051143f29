package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import io.github.tlsleak.apps.support.Stage;
import java.util.Arrays;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttPersistenceException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

// library: Eclipse Paho MQTT
// bad: paho-1.2.0
// good: paho-1.2.1
// link: https://github.com/eclipse-paho/paho.mqtt.java/issues/467
// what: every connection that is disconnected
// peer: mqtt
// owner: library
// frame: org.eclipse.paho.client.mqttv3.internal.TCPNetworkModule.start
// expect: HALF_CLOSED leak SSLSocket client x5

/**
 * An MQTT client that connects and disconnects. The receiving thread might still close the
 * connection: it would have to see the end of its input after the client calls itself disconnected,
 * and before the client is closed. The client closes its persistence shortly before. Here that
 * takes so long that the thread never closes the connection.
 */
public final class PahoDisconnected implements Situation<BugStage> {

    @Override
    public void play(BugStage stage) throws MqttException {
        String url = "ssl://" + stage.host() + ":" + stage.port();
        MqttClient client = new MqttClient(url, "test", new SlowPersistence());
        MqttConnectOptions options = new MqttConnectOptions();
        options.setSocketFactory(stage.context().getSocketFactory());
        client.connect(options);
        if (!client.isConnected()) {
            throw new IllegalStateException("not connected");
        }
        client.disconnect();
        client.close();
    }

    private static final class SlowPersistence extends MemoryPersistence {

        @Override
        public void close() throws MqttPersistenceException {
            for (int i = 0; i < 500 && isReceiving(); i++) {
                Stage.sleep(10);
            }
            super.close();
        }

        private static boolean isReceiving() {
            return Thread.getAllStackTraces().values().stream()
                    .flatMap(Arrays::stream)
                    .anyMatch(frame -> frame.getClassName().endsWith(".CommsReceiver"));
        }
    }
}
