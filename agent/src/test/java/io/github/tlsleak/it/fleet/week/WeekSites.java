package io.github.tlsleak.it.fleet.week;

/** The places in the made programs. Constants. */
final class WeekSites {

    private static final String SOCKET = "javax.net.ssl.SSLSocket.<init>(SSLSocket.java:203)";
    private static final String FACTORY =
            "sun.security.ssl.SSLSocketFactoryImpl.createSocket(SSLSocketFactoryImpl.java:88)";
    private static final String ENGINE = "javax.net.ssl.SSLEngine.<init>(SSLEngine.java:463)";
    private static final String CREATE =
            "javax.net.ssl.SSLContext.createSSLEngine(SSLContext.java:413)";
    private static final String SPRING =
            "org.springframework.web.servlet.DispatcherServlet.doDispatch(DispatcherServlet.java:1089)";
    private static final String TOMCAT =
            "org.apache.catalina.core.ApplicationFilterChain.doFilter(ApplicationFilterChain.java:143)";
    private static final String POOL =
            "java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1144)";
    private static final String THREAD = "java.lang.Thread.run(Thread.java:1583)";

    /** Begins with a deploy. */
    static final WeekSite PAYMENT =
            request(
                    "00a1",
                    "com.acme.shop.payment.PaymentClient.authorize(PaymentClient.java:88)",
                    "com.acme.shop.payment.CardPayment.pay(CardPayment.java:41)",
                    "com.acme.shop.web.CheckoutController.submit(CheckoutController.java:119)");

    /** Ends with a fix. */
    static final WeekSite INDEX =
            engine(
                    "00b2",
                    "application",
                    2,
                    "com.acme.search.index.IndexFeed.poll(IndexFeed.java:57)",
                    "com.acme.search.index.IndexWorker.run(IndexWorker.java:33)");

    static final WeekSite UPSTREAM =
            engine(
                    "00c3",
                    "application",
                    2,
                    "com.acme.gateway.proxy.Upstream.connect(Upstream.java:142)",
                    "com.acme.gateway.proxy.Router.route(Router.java:77)");
    static final WeekSite MAILER =
            request(
                    "00d4",
                    "com.acme.mail.smtp.Mailer.open(Mailer.java:64)",
                    "com.acme.mail.smtp.Outbox.flush(Outbox.java:203)",
                    "com.acme.mail.web.MailController.send(MailController.java:52)");
    static final WeekSite ABORT =
            WeekSite.of(
                    "00d5",
                    "SSLSocket",
                    "library",
                    1,
                    "sun.security.ssl.BaseSSLSocketImpl.close(BaseSSLSocketImpl.java:280)",
                    "org.eclipse.angus.mail.util.SocketFetcher.abort(SocketFetcher.java:311)",
                    "com.acme.mail.smtp.Outbox.flush(Outbox.java:210)",
                    THREAD);
    static final WeekSite TRUST =
            WeekSite.of(
                    "00e6",
                    "SSLContext",
                    "application",
                    1,
                    "javax.net.ssl.SSLContext.getInstance(SSLContext.java:168)",
                    "com.acme.bank.tls.Trust.context(Trust.java:29)",
                    "com.acme.bank.ledger.LedgerClient.<init>(LedgerClient.java:37)",
                    "com.acme.bank.web.AccountController.balance(AccountController.java:71)",
                    SPRING,
                    TOMCAT,
                    THREAD);
    static final WeekSite LEDGER =
            request(
                    "00e7",
                    "com.acme.bank.ledger.LedgerClient.read(LedgerClient.java:95)",
                    "com.acme.bank.ledger.Statement.load(Statement.java:18)",
                    "com.acme.bank.web.AccountController.statement(AccountController.java:88)");
    static final WeekSite STOCK =
            request(
                    "00a8",
                    "com.acme.shop.stock.StockClient.reserve(StockClient.java:52)",
                    "com.acme.shop.stock.Reservation.take(Reservation.java:30)",
                    "com.acme.shop.web.CartController.add(CartController.java:64)");
    static final WeekSite AVATAR =
            request(
                    "00a9",
                    "com.acme.shop.media.ImageFetcher.fetch(ImageFetcher.java:120)",
                    "com.acme.shop.media.Thumbnails.make(Thumbnails.java:75)",
                    "com.acme.shop.web.ProductController.show(ProductController.java:41)");

    /** Only of the week before. */
    static final WeekSite PRICES =
            request(
                    "00aa",
                    "com.acme.shop.price.PriceList.load(PriceList.java:36)",
                    "com.acme.shop.price.Prices.of(Prices.java:22)",
                    "com.acme.shop.web.ProductController.show(ProductController.java:44)");

    static final WeekSite WEBHOOK =
            engine(
                    "00ca",
                    "application",
                    2,
                    "com.acme.gateway.hooks.WebhookSender.post(WebhookSender.java:66)",
                    "com.acme.gateway.hooks.Retry.again(Retry.java:24)");
    static final WeekSite LDAP =
            request(
                    "00fb",
                    "com.acme.bank.login.Directory.bind(Directory.java:48)",
                    "com.acme.bank.login.Login.check(Login.java:27)",
                    "com.acme.bank.web.LoginController.post(LoginController.java:33)");
    static final WeekSite HTTP =
            engine(
                    "00fc",
                    "jdk",
                    2,
                    "jdk.internal.net.http.common.SSLFlowDelegate.<init>(SSLFlowDelegate.java:152)",
                    "java.net.http.HttpClient.send(HttpClient.java:631)");

    private WeekSites() {}

    /** A socket that a request to the web opens. */
    private static WeekSite request(String id, String... frames) {
        return WeekSite.of(
                id,
                "SSLSocket",
                "application",
                2,
                SOCKET,
                FACTORY,
                frames[0],
                frames[1],
                frames[2],
                SPRING,
                TOMCAT,
                POOL,
                THREAD);
    }

    private static WeekSite engine(
            String id, String owner, int frame, String first, String second) {
        return WeekSite.of(
                id, "SSLEngine", owner, frame, ENGINE, CREATE, first, second, POOL, THREAD);
    }
}
