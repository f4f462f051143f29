package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import java.io.InputStream;
import java.net.URI;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

// library: AWS SDK 2 (Apache client)
// bad: aws-apache-2.20.83
// good: aws-apache-2.20.84
// link: https://github.com/aws/aws-sdk-java-v2/issues/1679
// what: connections of clients that nobody closes
// peer: http
// holds: software.amazon.awssdk.http.apache.internal.conn.IdleConnectionReaper.connectionManagers

/** A client for each request, which is forgotten. */
public final class AwsClientNotClosed implements Situation<BugStage> {

    @Override
    public void play(BugStage stage) throws Exception {
        stage.keepsSessions();
        stage.countsAlone();
        SdkHttpClient client =
                ApacheHttpClient.builder()
                        .buildWithDefaults(
                                AttributeMap.builder()
                                        .put(
                                                SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES,
                                                true)
                                        .build());
        SdkHttpRequest request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.GET)
                        .uri(URI.create("https://" + stage.host() + ":" + stage.port() + "/"))
                        .build();
        HttpExecuteResponse response =
                client.prepareRequest(HttpExecuteRequest.builder().request(request).build()).call();
        try (InputStream body =
                response.responseBody().orElseThrow(() -> new IllegalStateException("no body"))) {
            while (body.read() >= 0) {
                continue;
            }
        }
    }
}
