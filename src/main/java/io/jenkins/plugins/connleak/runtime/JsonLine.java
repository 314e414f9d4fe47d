package io.jenkins.plugins.connleak.runtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A line of a log in JSON, as Elastic's layout, Logstash's, Log4j's, Quarkus' and Docker's json-file driver write it: the
 * message and the stack as the lines that they would be in a plain log.
 *
 * @param time when it was written; empty if it does not say
 * @param lines message and stack; empty if it is not such a line
 * @param wrapped a line that another layout has written; empty if there is none
 */
record JsonLine(String time, List<String> lines, String wrapped) {
    private static final JsonLine NONE = new JsonLine("", List.of(), "");
    private static final JsonFactory FACTORY = new JsonFactory();

    private static final Set<String> TIMES = Set.of("@timestamp", "timestamp", "time", "instant");
    private static final Set<String> MESSAGES = Set.of("message", "msg");
    private static final Set<String> STACKS = Set.of(
            "stack_trace",
            "stackTrace",
            "stacktrace",
            "error.stack_trace",
            "extendedStackTrace",
            "exception.stacktrace",
            "exception",
            "throwable");

    /** The parts of a line that seems to be JSON. */
    static JsonLine of(String text) {
        if (!text.startsWith("{") || !text.stripTrailing().endsWith("}")) {
            return NONE;
        }
        Parts parts = new Parts();
        try (JsonParser parser = FACTORY.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                parts.take(parser, token);
            }
        } catch (IOException notJson) {
            return NONE;
        }
        return parts.line();
    }

    private static final class Parts {
        private final List<String> messages = new ArrayList<>();
        private final List<String> stack = new ArrayList<>();
        private String time = "";
        private String wrapped = "";
        private String className = "";
        private String method = "";
        private String file = "";
        private String line = "";
        private int depth;

        void take(JsonParser parser, JsonToken token) throws IOException {
            if (token == JsonToken.START_OBJECT) {
                depth++;
                className = "";
                method = "";
                file = "";
                line = "";
            } else if (token == JsonToken.END_OBJECT) {
                depth--;
                frame();
            } else if (token.isScalarValue() && parser.currentName() != null) {
                value(parser.currentName(), parser.getText());
            }
        }

        private void value(String name, String text) {
            if (TIMES.contains(name)) {
                time = time.isEmpty() ? LogTime.of(text) : time;
            } else if (MESSAGES.contains(name)) {
                text.lines().forEach(depth == 1 ? messages::add : stack::add);
            } else if (STACKS.contains(name)) {
                text.lines().forEach(stack::add);
            } else {
                switch (name) {
                    case "log" -> wrapped = text.stripTrailing();
                    case "class" -> className = text;
                    case "method" -> method = text;
                    case "file" -> file = text;
                    case "line" -> line = text;
                    default -> {
                        return;
                    }
                }
            }
        }

        /** Some layouts write each frame as an object. */
        private void frame() {
            if (!className.isEmpty() && !method.isEmpty()) {
                String simple = className.substring(className.lastIndexOf('.') + 1);
                int nested = simple.indexOf('$');
                String source = file.isEmpty() ? (nested < 0 ? simple : simple.substring(0, nested)) + ".java" : file;
                stack.add("\tat " + className + "." + method + "(" + source + ":" + line + ")");
            }
            className = "";
            method = "";
        }

        JsonLine line() {
            if (!wrapped.isEmpty() && messages.isEmpty()) {
                return new JsonLine(time, List.of(), wrapped);
            }
            List<String> lines = new ArrayList<>(messages);
            lines.addAll(stack);
            return new JsonLine(time, lines, "");
        }
    }
}
