package io.github.tlsleak.apps.bugs;

import com.rabbitmq.client.ConnectionFactory;
import io.github.tlsleak.apps.support.Situation;

// library: RabbitMQ
// bad: amqp-5.14.0
// good: amqp-5.14.1
// link: https://github.com/rabbitmq/rabbitmq-java-client/issues/719
// what: handshake that the server never answers, in NIO mode, in spite of all timeouts
// peer: deaf
// owner: application
// frame: com.rabbitmq.client.impl.nio.SocketChannelFrameHandlerFactory.create
// options: stuck=6s
// expect: STUCK defect SSLEngine client x5
// holds: com.rabbitmq.client.impl.nio.SocketChannelFrameHandlerFactory.create

/** A connection to a broker that accepts it and says nothing. Both timeouts are a second. */
public final class RabbitNotAnswered implements Situation<BugStage> {

    @Override
    public void play(BugStage stage) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(stage.host());
        factory.setPort(stage.port());
        factory.useNio();
        factory.useSslProtocol(stage.context());
        factory.setConnectionTimeout(1_000);
        factory.setHandshakeTimeout(1_000);
        Unanswered.start(stage, factory::newConnection);
    }
}
