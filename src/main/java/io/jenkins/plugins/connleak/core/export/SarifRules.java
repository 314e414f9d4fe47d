package io.jenkins.plugins.connleak.core.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.Problem;
import java.io.IOException;
import java.util.Locale;

/** What a SARIF log says about the tool itself: its rules and its notifications, each at the index of its constant. */
final class SarifRules {
    private SarifRules() {}

    static void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("rules");
        for (LeakKind rule : LeakKind.values()) {
            rule(json, rule);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notifications");
        for (Problem.Kind kind : Problem.Kind.values()) {
            notification(json, kind);
        }
        json.writeEndArray();
    }

    private static void rule(JsonGenerator json, LeakKind rule) throws IOException {
        RuleHelp help = RuleHelp.of(rule);
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        json.writeStringField("name", camelCase(rule.id()));
        text(json, "shortDescription", rule.title());
        text(json, "fullDescription", help.why());
        json.writeObjectFieldStart("help");
        json.writeStringField("text", plain(help));
        json.writeStringField("markdown", markdown(help));
        json.writeEndObject();
        json.writeStringField("helpUri", help.uri());
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", rule == LeakKind.LEGACY_PATTERN ? "warning" : "error");
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeArrayFieldStart("tags");
        json.writeString("reliability");
        json.writeString("resource-leak");
        json.writeString("external/cwe/cwe-772");
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void notification(JsonGenerator json, Problem.Kind kind) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", kind.id());
        json.writeStringField("name", camelCase(kind.id()));
        text(json, "shortDescription", description(kind));
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level(kind));
        json.writeEndObject();
        json.writeEndObject();
    }

    /** How much a problem of that kind takes away from the result. */
    static String level(Problem.Kind kind) {
        return switch (kind) {
            case ENCODING -> "note";
            case UNREADABLE, BINARY, TOO_LARGE, UNPARSABLE, LIMIT, SUPPRESSION -> "warning";
            case INTERNAL -> "error";
        };
    }

    private static String description(Problem.Kind kind) {
        return switch (kind) {
            case UNREADABLE -> "File that can't be read";
            case BINARY -> "File that is not text";
            case TOO_LARGE -> "File over the size limit";
            case ENCODING -> "File that is not in the expected encoding";
            case UNPARSABLE -> "File that can't be parsed";
            case LIMIT -> "Limit of the analysis that was reached";
            case INTERNAL -> "Defect of the scanner";
            case SUPPRESSION -> "Suppression that names no rule";
        };
    }

    private static String plain(RuleHelp help) {
        return help.why() + "\n\nHow to mend it: " + help.mend()
                + "\n\nTo silence one leak, put this comment above it: " + help.silence();
    }

    private static String markdown(RuleHelp help) {
        return "**" + help.rule().title() + ".** " + help.why() + "\n\n**How to mend it.** " + help.mend()
                + "\n\n**To silence one leak**, put this comment above it:\n\n```java\n" + help.silence() + "\n```\n\n"
                + "[Examples](" + help.uri() + ")";
    }

    private static String camelCase(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-", -1)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }

    private static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }
}
