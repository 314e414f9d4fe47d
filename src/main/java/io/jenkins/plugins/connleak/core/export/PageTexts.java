package io.jenkins.plugins.connleak.core.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of pages in one language: {@code pages.properties} and the files beside it. What a scan tells of a leak is not
 * among them; it is part of the report, in English.
 */
public final class PageTexts {
    /** The words in English. */
    public static final PageTexts ENGLISH = new PageTexts(Locale.ENGLISH, load("pages.properties", new Properties()));

    private static final PageTexts GERMAN = new PageTexts(Locale.GERMAN, load("pages_de.properties", ENGLISH.patterns));

    private static final String OF_SCRIPTS = "script.";

    private final Locale locale;
    private final Properties patterns;

    private PageTexts(Locale locale, Properties patterns) {
        this.locale = locale;
        this.patterns = patterns;
    }

    /** The words for a reader of that language; in English if there are none. */
    public static PageTexts of(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? GERMAN : ENGLISH;
    }

    /** What the language is called in HTML. */
    public String language() {
        return locale.getLanguage();
    }

    /** The language, for numbers and dates. */
    Locale locale() {
        return locale;
    }

    /** A text with its parts filled in. */
    public String get(String key, Object... parts) {
        return new MessageFormat(pattern(key), locale).format(parts);
    }

    /** What an id means, such as a rule's; the id itself where there is no word for it. */
    public String named(String field, String id) {
        @Nullable String pattern = patterns.getProperty(OF_SCRIPTS + field + "." + id);
        return pattern == null ? id : new MessageFormat(pattern, locale).format(new Object[0]);
    }

    /** The words of the scripts, by key; places of parts are {@code {0}}, {@code {1}}. */
    public Map<String, String> ofScripts() {
        Map<String, String> texts = new TreeMap<>();
        for (String key : patterns.stringPropertyNames()) {
            if (key.startsWith(OF_SCRIPTS)) {
                texts.put(key.substring(OF_SCRIPTS.length()), pattern(key).replace("''", "'"));
            }
        }
        texts.put("language", language());
        return Collections.unmodifiableMap(texts);
    }

    private String pattern(String key) {
        return Objects.requireNonNull(patterns.getProperty(key), key);
    }

    /** The texts of a file of this package; what it does not have comes from {@code otherwise}. */
    static Properties load(String name, Properties otherwise) {
        Properties texts = new Properties(otherwise);
        try (InputStream source = Objects.requireNonNull(PageTexts.class.getResourceAsStream(name), name);
                InputStreamReader reader = new InputStreamReader(source, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException damaged) {
            throw new UncheckedIOException(name + " of this installation can't be read", damaged);
        }
        return texts;
    }
}
