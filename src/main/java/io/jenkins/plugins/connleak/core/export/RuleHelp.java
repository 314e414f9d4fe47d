package io.jenkins.plugins.connleak.core.export;

import io.jenkins.plugins.connleak.core.model.LeakKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * What a reader is told about a rule; it comes from {@code rules.properties} and the files beside it alone.
 *
 * @param rule the rule
 * @param why what happens in the code, and why it matters; a few sentences
 * @param mend how to mend it; a sentence or two
 */
public record RuleHelp(LeakKind rule, String why, String mend) {
    private static final String PAGES = "https://github.com/jenkinsci/connleak-plugin/blob/main/docs/rules/";
    private static final Properties TEXTS = PageTexts.load("rules.properties", new Properties());
    private static final Map<LeakKind, RuleHelp> ENGLISH = all(TEXTS);
    private static final Map<LeakKind, RuleHelp> GERMAN = all(PageTexts.load("rules_de.properties", TEXTS));

    public RuleHelp {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(why);
        Objects.requireNonNull(mend);
    }

    /** The help of that rule, in English. */
    public static RuleHelp of(LeakKind rule) {
        return Objects.requireNonNull(ENGLISH.get(rule));
    }

    /** The help of that rule in the language of those texts. */
    static RuleHelp of(LeakKind rule, PageTexts texts) {
        return Objects.requireNonNull((texts.language().equals("de") ? GERMAN : ENGLISH).get(rule));
    }

    /** The address of the rule's page, with examples. */
    public String uri() {
        return PAGES + rule.id() + ".md";
    }

    /** How a finding of the rule is silenced, as Java source. */
    public String silence() {
        return "// connleak:ignore " + rule.id() + " <reason>";
    }

    private static Map<LeakKind, RuleHelp> all(Properties texts) {
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
