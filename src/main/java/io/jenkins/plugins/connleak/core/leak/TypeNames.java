package io.jenkins.plugins.connleak.core.leak;

import java.util.ArrayList;
import java.util.List;

/** Names of types as they are written in sources. */
final class TypeNames {
    private TypeNames() {}

    /** Without type arguments and annotations; arrays keep their brackets. */
    static String erase(String type) {
        String text = type;
        int arguments = text.indexOf('<');
        if (arguments >= 0) {
            int end = text.lastIndexOf('>');
            text = text.substring(0, arguments) + (end < 0 ? "" : text.substring(end + 1));
        }
        int annotation = text.lastIndexOf(' ');
        return annotation < 0 ? text : text.substring(annotation + 1);
    }

    /** The last part of the erased name. */
    static String simple(String type) {
        String erased = erase(type);
        return erased.substring(erased.lastIndexOf('.') + 1);
    }

    static boolean isArray(String type) {
        return type.endsWith("[]");
    }

    /** The type of what it contains: of an array its component, of a generic type its last argument; empty if unknown. */
    static String element(String type) {
        if (isArray(type)) {
            return type.substring(0, type.length() - 2);
        }
        int begin = type.indexOf('<');
        int end = type.lastIndexOf('>');
        if (begin < 0 || end < begin) {
            return "";
        }
        List<String> arguments = arguments(type);
        String argument = arguments.get(arguments.size() - 1);
        return argument.startsWith("? extends ") ? argument.substring(10) : argument.startsWith("?") ? "" : argument;
    }

    /** The type arguments; empty if there are none. */
    static List<String> arguments(String type) {
        int begin = type.indexOf('<');
        int end = type.lastIndexOf('>');
        if (begin < 0 || end < begin) {
            return List.of();
        }
        String arguments = type.substring(begin + 1, end);
        List<String> found = new ArrayList<>();
        int depth = 0;
        int last = 0;
        for (int i = 0; i < arguments.length(); i++) {
            char c = arguments.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                found.add(arguments.substring(last, i).trim());
                last = i + 1;
            }
        }
        found.add(arguments.substring(last).trim());
        return found;
    }

    /** Whether values of the type can't hold a resource. */
    static boolean isPlain(String type) {
        return switch (erase(type)) {
            case "int",
                    "long",
                    "boolean",
                    "double",
                    "float",
                    "short",
                    "byte",
                    "char",
                    "String",
                    "Integer",
                    "Long",
                    "Boolean",
                    "Double",
                    "BigDecimal",
                    "Date",
                    "Timestamp",
                    "void" -> true;
            default -> false;
        };
    }
}
