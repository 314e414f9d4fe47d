package io.jenkins.plugins.connleak.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.model.PathStep;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.model.SilencedFinding;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PageTextsTest {
    @Test
    void hasTheSameTextsInEachLanguage() throws IOException {
        for (String file : List.of("pages", "rules")) {
            Properties english = properties(file + ".properties");
            Properties german = properties(file + "_de.properties");
            assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            assertThat(new TreeSet<>(english.stringPropertyNames()))
                    .as("the same parts in each language")
                    .allSatisfy(key -> assertThat(parts(german.getProperty(key)))
                            .as(key)
                            .isEqualTo(parts(english.getProperty(key))));
        }
    }

    @Test
    void hasAWordForEachId() {
        List<String> keys = new ArrayList<>();
        Arrays.stream(LeakKind.values()).forEach(rule -> keys.add("rule." + rule.id()));
        Arrays.stream(Certainty.values()).forEach(certainty -> keys.add("certainty." + certainty.id()));
        Arrays.stream(ResourceKind.values()).forEach(kind -> keys.add("kind." + kind.id()));
        Arrays.stream(Problem.Kind.values()).forEach(kind -> keys.add("problem." + kind.id()));
        Arrays.stream(SilencedFinding.By.values()).forEach(by -> keys.add("silenced." + by.id()));

        assertThat(PageTexts.ENGLISH.ofScripts()).containsKeys(keys.toArray(String[]::new));
        for (PathStep.Kind kind : PathStep.Kind.values()) {
            assertThat(PageTexts.ENGLISH.get("step." + kind.id())).isNotEmpty();
        }
    }

    @Test
    void speaksGermanToGermansAndEnglishToAllOthers() {
        assertThat(PageTexts.of(Locale.forLanguageTag("de-AT")).get("leak.mend"))
                .isEqualTo("Beheben");
        assertThat(PageTexts.of(Locale.FRENCH).get("leak.mend")).isEqualTo("Mend");
        assertThat(PageTexts.of(Locale.GERMAN).get("html.tile.withLines", 1_200L))
                .isEqualTo("mit 1.200 Zeilen");
        assertThat(PageTexts.ENGLISH.ofScripts())
                .containsEntry("page.without", "Don't filter by {0}")
                .containsEntry("language", "en");
    }

    private static Set<String> parts(String pattern) {
        Set<String> parts = new TreeSet<>();
        for (int part = 0;
                part < new MessageFormat(pattern, Locale.ENGLISH).getFormatsByArgumentIndex().length;
                part++) {
            parts.add("{" + part + "}");
        }
        return parts;
    }

    private static Properties properties(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(PageTexts.class.getResourceAsStream(name));
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
