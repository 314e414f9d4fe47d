package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.LeakKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * What a reader is told about a rule, in English; it comes from {@code rules.properties} alone.
 *
 * @param rule the rule
 * @param why what happens in the code, and why it matters; a few sentences
 * @param mend how to mend it; a sentence or two
 */
public record RuleHelp(LeakKind rule, String why, String mend) {
    private static final String PAGES = "https://github.com/jenkinsci/connleak-plugin/blob/main/docs/rules/";
    private static final Map<LeakKind, RuleHelp> ALL = load();

    public RuleHelp {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(why);
        Objects.requireNonNull(mend);
    }

    /** The help of that rule. */
    public static RuleHelp of(LeakKind rule) {
        return Objects.requireNonNull(ALL.get(rule));
    }

    /** The address of the rule's page, with examples. */
    public String uri() {
        return PAGES + rule.id() + ".md";
    }

    /** How a finding of the rule is silenced, as Java source. */
    public String silence() {
        return "// connleak:ignore " + rule.id() + " <reason>";
    }

    private static Map<LeakKind, RuleHelp> load() {
        Properties texts = new Properties();
        try (InputStream source = Objects.requireNonNull(RuleHelp.class.getResourceAsStream("rules.properties"));
                InputStreamReader reader = new InputStreamReader(source, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException damaged) {
            throw new UncheckedIOException("rules.properties of this installation can't be read", damaged);
        }
        Map<LeakKind, RuleHelp> all = new EnumMap<>(LeakKind.class);
        for (LeakKind rule : LeakKind.values()) {
            all.put(rule, new RuleHelp(rule, text(texts, rule.id() + ".why"), text(texts, rule.id() + ".mend")));
        }
        return all;
    }

    private static String text(Properties texts, String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }
}
