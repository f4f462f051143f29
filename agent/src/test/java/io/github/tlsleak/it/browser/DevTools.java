package io.github.tlsleak.it.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A connection of the Chrome DevTools protocol: commands with their answers, and events. */
final class DevTools implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS = 60;

    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final WebSocket socket;
    private int last;

    private DevTools(URI address) {
        socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(address, new Messages())
                        .join();
    }

    static DevTools at(String address) {
        return new DevTools(URI.create(address));
    }

    /** Sends a command and waits for its result. The parameters are name, value, name, value. */
    synchronized JsonNode send(String method, Object... parameters) {
        ObjectNode message = JSON.createObjectNode();
        message.put("id", ++last).put("method", method);
        ObjectNode params = message.putObject("params");
        for (int i = 0; i < parameters.length; i += 2) {
            params.set((String) parameters[i], JSON.valueToTree(parameters[i + 1]));
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(last, answer);
        socket.sendText(message.toString(), true).join();
        JsonNode node = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        if (node.has("error")) {
            throw new AssertionError(method + ": " + node.get("error"));
        }
        return node.get("result");
    }

    /** The events that have come so far. */
    List<JsonNode> events() {
        return events;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Messages implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
            text.append(data);
            if (isLast) {
                take(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(String message) {
            try {
                JsonNode node = JSON.readTree(message);
                if (node.has("id")) {
                    waiting.remove(node.get("id").asInt()).complete(node);
                } else {
                    events.add(node);
                }
            } catch (JsonProcessingException e) {
                onError(socket, e);
            }
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            waiting.values().forEach(answer -> answer.completeExceptionally(error));
        }
    }
}
