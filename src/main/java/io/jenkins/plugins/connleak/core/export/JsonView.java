package io.jenkins.plugins.connleak.core.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object of a report that is read strictly: every field is asked for once, has the type asked for, and none is left over. */
final class JsonView {
    private final JsonNode node;
    private final String where;
    private final Set<String> asked = new HashSet<>();

    /** The object {@code node}, which messages call {@code where}, such as {@code findings[3].place}. */
    JsonView(JsonNode node, String where) throws ReportFormatException {
        if (!node.isObject()) {
            throw new ReportFormatException(where + " must be an object, but is " + describe(node));
        }
        this.node = node;
        this.where = where;
    }

    String text(String name) throws ReportFormatException {
        JsonNode value = field(name);
        if (!value.isTextual()) {
            throw wrongType(name, "a string", value);
        }
        return value.textValue();
    }

    boolean flag(String name) throws ReportFormatException {
        JsonNode value = field(name);
        if (!value.isBoolean()) {
            throw wrongType(name, "true or false", value);
        }
        return value.booleanValue();
    }

    int count(String name) throws ReportFormatException {
        return (int) number(name, Integer.MAX_VALUE);
    }

    /** A whole number from 0 to {@code max}. */
    long number(String name, long max) throws ReportFormatException {
        JsonNode value = field(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > max) {
            throw wrongType(name, "a whole number from 0 to " + max, value);
        }
        return value.longValue();
    }

    /** The constant whose id the field holds. */
    <E extends Enum<E>> E constant(String name, Class<E> type, Function<E, String> id) throws ReportFormatException {
        String text = text(name);
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (id.apply(constant).equals(text)) {
                return constant;
            }
            known.add(id.apply(constant));
        }
        throw new ReportFormatException(where + "." + name + " is '" + Texts.printable(shortened(text))
                + "', which this version does not know; it knows " + String.join(", ", known));
    }

    /** Whether there is a field of that name. */
    boolean has(String name) {
        return node.has(name);
    }

    /** A list of strings. */
    List<String> texts(String name) throws ReportFormatException {
        JsonNode value = field(name);
        List<String> result = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isTextual()) {
                throw wrongType(name, "a list of strings", value);
            }
            result.add(element.textValue());
        }
        return result;
    }

    JsonView object(String name) throws ReportFormatException {
        return new JsonView(field(name), where + "." + name);
    }

    List<JsonView> objects(String name) throws ReportFormatException {
        JsonNode value = field(name);
        if (!value.isArray()) {
            throw wrongType(name, "a list", value);
        }
        List<JsonView> result = new ArrayList<>(value.size());
        for (JsonNode element : value) {
            result.add(new JsonView(element, where + "." + name + "[" + result.size() + "]"));
        }
        return result;
    }

    /** All fields of this object, each of which must be a string. */
    Map<String, String> allTexts() throws ReportFormatException {
        Map<String, String> result = new TreeMap<>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            result.put(property.getKey(), text(property.getKey()));
        }
        return Collections.unmodifiableMap(result);
    }

    /** To be called after the last field: refuses fields that nobody asked for. */
    void end() throws ReportFormatException {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (!asked.contains(property.getKey())) {
                throw new ReportFormatException(where + " has a field '" + Texts.printable(shortened(property.getKey()))
                        + "', which format " + JsonReport.FORMAT + " does not have");
            }
        }
    }

    private JsonNode field(String name) throws ReportFormatException {
        @Nullable JsonNode value = node.get(name);
        if (value == null) {
            throw new ReportFormatException(where + " lacks the field '" + name + "'");
        }
        asked.add(name);
        return value;
    }

    private ReportFormatException wrongType(String name, String expected, JsonNode found) {
        return new ReportFormatException(where + "." + name + " must be " + expected + ", but is " + describe(found));
    }

    private static String describe(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "'" + Texts.printable(shortened(node.textValue())) + "'";
            default -> Texts.printable(shortened(node.asText()));
        };
    }

    /** Enough of a foreign string to recognise it in a message. */
    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + Texts.ELLIPSIS;
    }
}
