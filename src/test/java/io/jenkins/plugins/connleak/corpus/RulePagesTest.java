package io.jenkins.plugins.connleak.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.LeakKind;
import io.jenkins.plugins.connleak.core.scan.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule has its page, and the page's examples are what it says they are. */
class RulePagesTest {
    private static final Path PAGES = Path.of("docs/rules");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:final )?class ");
    private static final List<String> SECTIONS =
            List.of("## What it is", "## Why it hurts", "## Bad", "## Good", "## How to silence it");

    @Test
    void indexNamesEveryRuleWithItsTitle() throws Exception {
        List<String> rows = Files.readAllLines(PAGES.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| ["))
                .toList();

        assertThat(rows)
                .isEqualTo(Arrays.stream(LeakKind.values())
                        .map(kind -> "| [" + kind.id() + "](" + kind.id() + ".md) | " + kind.title() + " |")
                        .toList());
    }

    @Test
    void noPageIsLeftOverFromARuleThatIsNoMore() throws Exception {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(LeakKind.values())
                            .map(kind -> kind.id() + ".md")
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(LeakKind.class)
    void pageHasAllSectionsInOrder(LeakKind rule) throws Exception {
        assertThat(page(rule).lines().filter(line -> line.startsWith("## "))).containsExactlyElementsOf(SECTIONS);
    }

    @ParameterizedTest
    @EnumSource(LeakKind.class)
    void badExampleHasALeakOfTheRuleAndGoodOneHasNone(LeakKind rule, @TempDir Path root) throws Exception {
        Engine engine = rule == LeakKind.LEGACY_PATTERN ? Engine.REGEX : Engine.FLOW;

        assertThat(rulesFound(root, "Bad.java", example(rule, "bad"), engine)).containsExactly(rule.id());
        assertThat(rulesFound(root, "Good.java", example(rule, "good"), engine)).isEmpty();
    }

    private static List<String> rulesFound(Path root, String file, String example, Engine engine) throws Exception {
        String body = TYPE.matcher(example).find() ? example : "class Example {\n" + example + "}\n";
        Files.writeString(
                root.resolve(file), "import java.sql.*;\nimport java.util.List;\nimport javax.sql.*;\n" + body);
        return new CorpusCase(root, file, List.of(file))
                .scan().stream()
                        .filter(leak -> leak.engine() == engine)
                        .map(leak -> leak.rule().id())
                        .distinct()
                        .toList();
    }

    private static String example(LeakKind rule, String name) throws Exception {
        Matcher blocks =
                Pattern.compile("(?ms)^```java " + name + "\n(.*?)^```$").matcher(page(rule));
        List<String> found = blocks.results().map(block -> block.group(1)).collect(Collectors.toList());
        assertThat(found).as("example '%s' of %s", name, rule.id()).hasSize(1);
        return found.get(0);
    }

    private static String page(LeakKind rule) throws Exception {
        return Files.readString(PAGES.resolve(rule.id() + ".md"));
    }
}
