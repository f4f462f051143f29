package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;
import software.amazon.awssdk.http.async.SdkHttpContentPublisher;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

// library: AWS SDK 2
// bad: aws-2.26.9
// good: aws-2.26.9
// mended: with a subscription that is cancelled
// link: https://github.com/aws/aws-sdk-java-v2/issues/5355
// what: connection of a download to whose body nobody subscribes
// peer: http
// owner: library
// frame: io.netty.handler.ssl
// reader: software.amazon.awssdk
// options: threshold=2s
// expect: OPEN notice SSLEngine client x5
// holds: io.netty.channel.nio.NioEventLoop.scheduledTaskQueue

/** Downloads whose program fails before it subscribes to the body. */
public final class AwsNotSubscribed implements Situation<BugStage> {

    private SdkAsyncHttpClient client;

    @Override
    public void play(BugStage stage) throws InterruptedException {
        if (client == null) {
            stage.keepsSessions();
            stage.countsAlone();
            client =
                    NettyNioAsyncHttpClient.builder()
                            .buildWithDefaults(
                                    AttributeMap.builder()
                                            .put(
                                                    SdkHttpConfigurationOption
                                                            .TRUST_ALL_CERTIFICATES,
                                                    true)
                                            .build());
        }
        SdkHttpRequest request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.GET)
                        .uri(URI.create("https://" + stage.host() + ":" + stage.port() + "/"))
                        .build();
        Download download = new Download(stage.isMended());
        client.execute(
                AsyncExecuteRequest.builder()
                        .request(request)
                        .requestContentPublisher(new NoContent())
                        .responseHandler(download)
                        .build());
        if (!download.begun.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no answer");
        }
    }

    /** A download that is given up when its body could begin. */
    private static final class Download implements SdkAsyncHttpResponseHandler {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final boolean cancels;

        Download(boolean cancels) {
            this.cancels = cancels;
        }

        @Override
        public void onHeaders(SdkHttpResponse headers) {}

        @Override
        public void onStream(Publisher<ByteBuffer> body) {
            if (cancels) {
                body.subscribe(new Canceller());
            }
            begun.countDown();
        }

        @Override
        public void onError(Throwable e) {}
    }

    private static final class Canceller implements Subscriber<ByteBuffer> {

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(ByteBuffer bytes) {}

        @Override
        public void onError(Throwable e) {}

        @Override
        public void onComplete() {}
    }

    private static final class NoContent implements SdkHttpContentPublisher {

        @Override
        public Optional<Long> contentLength() {
            return Optional.of(0L);
        }

        @Override
        public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
            subscriber.onSubscribe(
                    new Subscription() {
                        @Override
                        public void request(long n) {}

                        @Override
                        public void cancel() {}
                    });
            subscriber.onComplete();
        }
    }
}
