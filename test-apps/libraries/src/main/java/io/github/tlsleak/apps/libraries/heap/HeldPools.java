package io.github.tlsleak.apps.libraries.heap;

import io.github.tlsleak.apps.heap.HeapDumper;
import io.github.tlsleak.apps.support.Keys;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Clients that keep their connections, each in a static field. Arguments: the file of the dump, the
 * port of an HTTPS server, and the name of the client.
 */
public final class HeldPools {

    static OkHttpClient okHttp;
    static CloseableHttpClient apache;
    static org.apache.http.impl.client.CloseableHttpClient older;
    static HttpClient reactor;
    static final ChannelGroup CHANNELS = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    private HeldPools() {}

    public static void main(String[] args) throws Exception {
        String url = "https://localhost:" + args[1] + "/";
        SSLContext context = Keys.init(SSLContext.getInstance("TLS"));
        X509TrustManager trust = (X509TrustManager) Keys.trust().getTrustManagers()[0];
        switch (args[2]) {
            case "okhttp":
                okHttp(url, context, trust);
                break;
            case "apache":
                apache(url, context);
                break;
            case "apache 4":
                apache4(url, context);
                break;
            case "reactor":
                reactor(url, trust);
                break;
            case "netty":
                netty(Integer.parseInt(args[1]), trust);
                break;
            default:
                urlConnection(url, context);
        }
        HeapDumper.live(args[0]);
        Runtime.getRuntime().halt(0);
    }

    private static void okHttp(String url, SSLContext context, X509TrustManager trust)
            throws Exception {
        okHttp =
                new OkHttpClient.Builder()
                        .sslSocketFactory(context.getSocketFactory(), trust)
                        .protocols(Collections.singletonList(Protocol.HTTP_1_1))
                        .connectionPool(new ConnectionPool(5, 1, TimeUnit.MINUTES))
                        .build();
        Request request = new Request.Builder().url(url).build();
        try (Response response = okHttp.newCall(request).execute()) {
            response.body().string();
        }
    }

    private static void apache(String url, SSLContext context) throws Exception {
        apache =
                HttpClients.custom()
                        .setConnectionManager(
                                PoolingHttpClientConnectionManagerBuilder.create()
                                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(context))
                                        .build())
                        .build();
        apache.execute(new HttpGet(url), response -> EntityUtils.toString(response.getEntity()));
    }

    private static void apache4(String url, SSLContext context) throws Exception {
        older = org.apache.http.impl.client.HttpClients.custom().setSSLContext(context).build();
        org.apache.http.client.methods.HttpGet get =
                new org.apache.http.client.methods.HttpGet(url);
        org.apache.http.util.EntityUtils.consume(older.execute(get).getEntity());
    }

    private static void reactor(String url, X509TrustManager trust) throws Exception {
        Http11SslContextSpec http1 = Http11SslContextSpec.forClient();
        http1.configure(builder -> builder.sslProvider(SslProvider.JDK).trustManager(trust));
        reactor =
                HttpClient.create(ConnectionProvider.create("client", 5))
                        .secure(spec -> spec.sslContext(http1));
        reactor.get().uri(url).responseContent().aggregate().asString().block();
        // the connection goes back into the pool a little later, on its own thread
        Thread.sleep(1_000);
    }

    private static void netty(int port, X509TrustManager trust) throws Exception {
        EventLoopGroup loop = new NioEventLoopGroup(1);
        SslContext context =
                SslContextBuilder.forClient()
                        .sslProvider(SslProvider.JDK)
                        .trustManager(trust)
                        .build();
        Channel channel =
                new Bootstrap()
                        .group(loop)
                        .channel(NioSocketChannel.class)
                        .handler(
                                new ChannelInitializer<Channel>() {
                                    @Override
                                    protected void initChannel(Channel made) {
                                        made.pipeline()
                                                .addLast(
                                                        context.newHandler(
                                                                made.alloc(), "localhost", port),
                                                        new HttpClientCodec());
                                    }
                                })
                        .connect("localhost", port)
                        .sync()
                        .channel();
        channel.pipeline().get(SslHandler.class).handshakeFuture().sync();
        CHANNELS.add(channel);
    }

    private static void urlConnection(String url, SSLContext context) throws Exception {
        HttpsURLConnection connection = (HttpsURLConnection) new URL(url).openConnection();
        connection.setSSLSocketFactory(context.getSocketFactory());
        try (InputStream in = connection.getInputStream()) {
            while (in.read() >= 0) {
                Thread.yield();
            }
        }
    }
}
