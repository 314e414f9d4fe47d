package io.jenkins.plugins.connleak.core.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The frame of a self-contained page: policy, style sheet, data, script. */
final class HtmlPage {
    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("treemap.js") + resource("report.js");
    private static final String POLICY = "default-src 'none'; style-src '" + hash(STYLE) + "'; script-src '"
            + hash(SCRIPT) + "'; base-uri 'none'; form-action 'none'";

    private HtmlPage() {}

    /** In English. */
    static void begin(String title, Html html) {
        begin(title, PageTexts.ENGLISH, html);
    }

    static void begin(String title, PageTexts texts, Html html) {
        html.raw("<!DOCTYPE html>\n<html lang=\"" + texts.language()
                        + "\" class=\"connleak-page\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .raw("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
                .text(title)
                .raw("</title>\n<style>" + STYLE + "</style>\n</head>\n<body class=\"connleak\" data-cl-report>\n");
    }

    /** In English. */
    static void end(Map<String, Object> data, Html html) {
        end(data, PageTexts.ENGLISH, html);
    }

    static void end(Map<String, Object> data, PageTexts texts, Html html) {
        Map<String, Object> words = new TreeMap<>(texts.ofScripts());
        html.raw("<script type=\"application/json\" data-cl-texts>" + embedded(words) + "</script>\n")
                .raw("<script type=\"application/json\" data-cl-data>" + embedded(data) + "</script>\n")
                .raw("<script>" + SCRIPT + "</script>\n</body>\n</html>\n");
    }

    /** {@code data} as JSON that can't end the element that it stands in. */
    static String embedded(Map<String, Object> data) {
        try {
            return Json.MAPPER
                    .writer()
                    .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .writeValueAsString(new TreeMap<>(data))
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("the data of a page are maps, lists, strings and numbers", impossible);
        }
    }

    private static String resource(String name) {
        String path = "/io/jenkins/plugins/connleak/ui/" + name;
        try (InputStream source = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(path), path)) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException damaged) {
            throw new UncheckedIOException(path + " of this installation can't be read", damaged);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
