package io.github.tlsleak.apps.libraries.protocol;

import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Eclipse Paho, a client of MQTT. */
public final class Paho extends ClientLibrary {

    @Override
    String dialect() {
        return "mqtt";
    }

    @Override
    Session open(Target target) throws Exception {
        MqttClient client =
                new MqttClient("ssl://localhost:" + target.port, "t", new MemoryPersistence());
        client.setTimeToWait(5_000);
        MqttConnectOptions options = new MqttConnectOptions();
        options.setSocketFactory(target.sockets());
        try {
            client.connect(options);
        } catch (MqttException e) {
            client.close();
            throw e;
        }
        return new Session() {

            @Override
            public void use() throws MqttException {
                client.publish("t", new byte[] {1}, 0, false);
            }

            @Override
            public void close() throws MqttException {
                try {
                    client.disconnect();
                } finally {
                    client.close();
                }
            }
        };
    }
}
