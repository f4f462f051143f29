package io.github.tlsleak.apps.libraries.heap;

import com.zaxxer.hikari.HikariDataSource;
import io.github.tlsleak.apps.heap.HeapDumper;
import io.github.tlsleak.apps.support.Keys;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.sql.DataSource;

/** A pool of a driver that only shakes hands. Arguments as those of {@link HeldPools}. */
public final class HeldDataSource {

    static HikariDataSource dataSource;

    private HeldDataSource() {}

    public static void main(String[] args) throws Exception {
        SSLContext context = Keys.init(SSLContext.getInstance("TLS"));
        int port = Integer.parseInt(args[1]);
        dataSource = new HikariDataSource();
        dataSource.setMaximumPoolSize(1);
        dataSource.setDataSource(
                answering(
                        DataSource.class,
                        (proxy, method, any) ->
                                method.getName().equals("getConnection")
                                        ? answering(Connection.class, new Driver(context, port))
                                        : null));
        dataSource.getConnection().close();
        HeapDumper.live(args[0]);
        Runtime.getRuntime().halt(0);
    }

    private static <T> T answering(Class<T> type, InvocationHandler handler) {
        Object proxy =
                Proxy.newProxyInstance(
                        HeldDataSource.class.getClassLoader(), new Class<?>[] {type}, handler);
        return type.cast(proxy);
    }

    /** A connection of the driver. */
    private static final class Driver implements InvocationHandler {

        final SSLSocket socket;

        Driver(SSLContext context, int port) throws Exception {
            socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port);
            socket.startHandshake();
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] args) {
            if (method.getName().equals("equals")) {
                return proxy == args[0];
            }
            Class<?> type = method.getReturnType();
            if (type == boolean.class) {
                return !method.getName().equals("isClosed");
            }
            if (type == int.class) {
                return 0;
            }
            return type == DatabaseMetaData.class
                    ? answering(DatabaseMetaData.class, (any, of, none) -> null)
                    : null;
        }
    }
}
