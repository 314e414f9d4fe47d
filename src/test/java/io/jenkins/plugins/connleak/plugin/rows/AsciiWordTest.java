package io.jenkins.plugins.connleak.plugin.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AsciiWordTest {
    private static final String LETTERS = "abAB1-é";

    @Test
    void findsWhatAPlainSearchFinds() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String text = text(random, random.nextInt(30));
            String word = text(random, 1 + random.nextInt(5)).toLowerCase(Locale.ROOT);

            assertThat(AsciiWord.of(word).map(found -> isIn(found, text)))
                    .as("%s in %s", word, text)
                    .isEqualTo(AsciiWord.of(word)
                            .map(found -> text.toLowerCase(Locale.ROOT).contains(word)));
        }
    }

    @Test
    void looksNoFurtherThanTheEndOfTheText() {
        AsciiWord word = AsciiWord.of("con").orElseThrow();
        byte[] texts = "xcoconcon".getBytes(StandardCharsets.US_ASCII);

        assertThat(word.isIn(texts, 0, 5)).isFalse();
        assertThat(word.isIn(texts, 0, 6)).isTrue();
        assertThat(word.isIn(texts, 4, 8)).isFalse();
        assertThat(word.isIn(texts, 6, 9)).isTrue();
        assertThat(word.isIn(texts, 9, 9)).isFalse();
    }

    @Test
    void isMadeOfAsciiAlone() {
        assertThat(AsciiWord.of("größe")).isEmpty();
        assertThat(AsciiWord.of("")).isEmpty();
    }

    private static boolean isIn(AsciiWord word, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return word.isIn(bytes, 0, bytes.length);
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
