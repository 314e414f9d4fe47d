package io.jenkins.plugins.connleak.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "**/*.java, A.java, true",
        "**/*.java, a/b/c/A.java, true",
        "**/*.java, a/A.javax, false",
        "*.java, A.java, true",
        "*.java, a/A.java, false",
        "**/*.java, A.java, true",
        "**/*.java, a/b/A.java, true",
        "**/*.java, a.java/b, false",
        "**/*.java, a.java/, true",
        "**/*, '', false",
        "a/**, a, true",
        "a/**, a/b/C.java, true",
        "a/**, ab/C.java, false",
        "a/, a/b/C.java, true",
        "a/, ba/C.java, false",
        "**, any/thing, true",
        "**/test/**, src/test/java/A.java, true",
        "**/test/**, test/A.java, true",
        "**/test/**, src/tests/A.java, false",
        "**/a/**/b/*.java, x/a/y/z/b/C.java, true",
        "**/a/**/b/*.java, x/a/b/C.java, true",
        "**/a/**/b/*.java, x/a/b/c/C.java, false",
        "src/??/A.java, src/ab/A.java, true",
        "src/??/A.java, src/abc/A.java, false",
        "src/?/A.java, src//A.java, false",
        "a*c*e.java, abcde.java, true",
        "a*c*e.java, abde.java, false",
        "a**c, abc, true",
        "a**c, a/c, false",
        "src\\main\\*.java, src/main/A.java, true",
        "src\\main\\, src/main/x/A.java, true",
        "SRC/*.java, src/A.java, false",
        "/src/**, src/A.java, false",
        "a/b, a, false",
        "a, a/b, false",
        "'', A.java, false",
    })
    void matchesAsAntDoes(String pattern, String path, boolean expected) {
        assertThat(PathPattern.of(pattern).matches(path)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} below {1}: {2}")
    @CsvSource({
        "src/main/**/*.java, src, true",
        "src/main/**/*.java, src/main, true",
        "src/main/**/*.java, src/main/a/b, true",
        "src/main/**/*.java, target, false",
        "src/*.java, src/a, false",
        "src/*.java, src/a/b, false",
        "**/*.java, any/where, true",
    })
    void knowsWhereNothingCanMatch(String pattern, String folder, boolean expected) {
        assertThat(PathPattern.of(pattern).couldMatchBelow(folder)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} all below {1}: {2}")
    @CsvSource({
        "target/**, target, true",
        "target/, target/classes, true",
        "**/target/**, a/b/target, true",
        "target/*, target, false",
        "target/**/*.java, target, false",
        "**, any, true",
    })
    void knowsWhereEverythingMatches(String pattern, String folder, boolean expected) {
        assertThat(PathPattern.of(pattern).matchesAllBelow(folder)).isEqualTo(expected);
    }

    @Test
    void endsOnPatternsFullOfStars() {
        String manyStars = "*a".repeat(200) + "b";
        String manyDepths = "**/a/".repeat(200) + "b";

        assertThat(PathPattern.of(manyStars).matches("a".repeat(5_000))).isFalse();
        assertThat(PathPattern.of(manyDepths).matches("a/".repeat(5_000) + "c")).isFalse();
    }
}
