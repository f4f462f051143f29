package io.github.tlsleak.apps.stub;

/** The dialects by name, for callers that have only text. */
public final class Dialects {

    private Dialects() {}

    /**
     * {@code silent}, {@code http}, {@code redis}, {@code mysql}, {@code postgresql}, {@code imap},
     * {@code imaps}, {@code smtp}, {@code smtps}, {@code ldap}, {@code ldaps}, {@code mqtt}, {@code
     * websocket}. With {@code -denied} at its end, the server refuses the login.
     */
    public static Dialect of(String name) {
        boolean lets = !name.endsWith("-denied");
        String base = lets ? name : name.substring(0, name.length() - "-denied".length());
        switch (base) {
            case "silent":
                return new Silent();
            case "http":
                return new Http();
            case "redis":
                return new Redis();
            case "mysql":
                return new MySql(lets);
            case "postgresql":
                return new PostgreSql(lets);
            case "imap":
            case "imaps":
                return new Imap(base.endsWith("s"), lets);
            case "smtp":
            case "smtps":
                return new Smtp(base.endsWith("s"), lets);
            case "ldap":
            case "ldaps":
                return new Ldap(base.endsWith("s"), lets);
            case "websocket":
                return new WebSocket(lets);
            case "mqtt":
                return new Mqtt(lets);
            default:
                throw new IllegalArgumentException(name);
        }
    }
}
