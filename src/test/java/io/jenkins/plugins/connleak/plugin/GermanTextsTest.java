package io.jenkins.plugins.connleak.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever Jenkins shows in English it shows in German too. */
class GermanTextsTest {
    private static final Path TEXTS = Path.of("src/main/resources/io/jenkins/plugins/connleak/plugin");
    private static final Pattern KEY = Pattern.compile("\\$\\{%([^}(]+)[}(]");

    @Test
    void hasEachMessage() throws IOException {
        assertThat(differences(
                        properties(TEXTS.resolve("Messages.properties"), StandardCharsets.UTF_8),
                        properties(TEXTS.resolve("Messages_de.properties"), StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void hasEachTextOfEachView() throws IOException {
        List<Path> views = files(".jelly");
        assertThat(views).isNotEmpty();
        for (Path view : views) {
            // Keys without an English text are that text.
            Properties english = new Properties();
            keys(view).forEach(key -> english.setProperty(key, key));
            properties(sibling(view, ".properties"), StandardCharsets.ISO_8859_1)
                    .forEach((key, text) -> english.setProperty(String.valueOf(key), String.valueOf(text)));
            Properties german = properties(sibling(view, "_de.properties"), StandardCharsets.ISO_8859_1);

            assertThat(differences(english, german)).as(view.toString()).isEmpty();
        }
    }

    @Test
    void hasNoTextsOfViewsThatAreGone() throws IOException {
        for (Path texts : files(".properties")) {
            if (!Objects.equals(texts.getParent(), TEXTS)) {
                String name = texts.toString().replaceAll("(_de)?\\.properties$", ".jelly");
                assertThat(Path.of(name)).exists();
            }
        }
    }

    @Test
    void hasEachHelp() throws IOException {
        Set<String> english = new TreeSet<>();
        Set<String> german = new TreeSet<>();
        for (Path help : files(".html")) {
            String name = help.toString();
            if (name.endsWith("_de.html")) {
                german.add(name.replace("_de.html", ".html"));
            } else {
                english.add(name);
            }
        }
        assertThat(german).isNotEmpty().isEqualTo(english);
    }

    /** Keys that one language lacks, and texts that take other parts. */
    private static List<String> differences(Properties english, Properties german) {
        List<String> differences = new ArrayList<>();
        Set<String> keys = new TreeSet<>(english.stringPropertyNames());
        keys.addAll(german.stringPropertyNames());
        for (String key : keys) {
            String one = english.getProperty(key);
            String other = german.getProperty(key);
            if (one == null || other == null) {
                differences.add(key + (one == null ? " is German only" : " is not German"));
            } else if (parts(one) != parts(other)) {
                differences.add(key + " takes other parts");
            }
        }
        return differences;
    }

    private static int parts(String pattern) {
        return new MessageFormat(pattern, Locale.ENGLISH).getFormatsByArgumentIndex().length;
    }

    private static Set<String> keys(Path view) throws IOException {
        return KEY.matcher(Files.readString(view))
                .results()
                .map(MatchResult::group)
                .map(use -> use.substring(3, use.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path sibling(Path view, String ending) {
        return Path.of(view.toString().replaceAll("\\.jelly$", ending));
    }

    private static Properties properties(Path file, Charset charset) throws IOException {
        Properties texts = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, charset)) {
                texts.load(reader);
            }
        }
        return texts;
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(TEXTS)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
