package io.jenkins.plugins.connleak.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.spec.TypeSpec.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogFilesTest {
    private static final ResourceCatalog BUILT_IN = ResourceCatalog.builtIn();

    @TempDir
    private Path folder;

    @Test
    void readsEveryKey() throws Exception {
        ResourceCatalog catalog = extend("""
                types:
                  - type: com.example.Db
                    kind: session
                    extends: [java.lang.Runtime]
                    release: [done]
                    acquire:
                      - {methods: [new, open], type: com.example.Db, closed-with-receiver: true}
                    fluent: [with]
                    replace: [again]
                    quiet: [name]
                    hand-over: [leave]
                    closes: [giveBack]
                    keep: [adopt]
                    wraps: [traced]
                    borrows: [print]
                    returns:
                      shared: java.sql.Connection
                    throws: DbException
                    try-with-resources: {throws: DbException, again: true}
                endings:
                  Cur: com.example.Db
                names:
                  closing: 'zap.*'
                  exits: [Fatal.stop]
                exceptions:
                  DbException: SQLException
                """);

        assertThat(catalog.type("com.example.Db"))
                .contains(new TypeSpec(
                        "com.example.Db",
                        Optional.of(ResourceKind.SESSION),
                        List.of("java.lang.Runtime"),
                        new TypeSpec.MethodSpecs(
                                Map.of(
                                        Role.RELEASE, Set.of("done"),
                                        Role.FLUENT, Set.of("with"),
                                        Role.REPLACE, Set.of("again"),
                                        Role.QUIET, Set.of("name"),
                                        Role.HAND_OVER, Set.of("leave"),
                                        Role.CLOSES, Set.of("giveBack"),
                                        Role.KEEP, Set.of("adopt"),
                                        Role.WRAPS, Set.of("traced"),
                                        Role.BORROWS, Set.of("print")),
                                Map.of(
                                        "new", new AcquisitionSpec("com.example.Db", true),
                                        "open", new AcquisitionSpec("com.example.Db", true)),
                                Map.of("shared", "java.sql.Connection")),
                        "DbException",
                        Optional.of(new TypeSpec.Closing("DbException", true))));
        assertThat(catalog.type("MainCur")).isEqualTo(catalog.type("com.example.Db"));
        assertThat(catalog.callNames().is(CallNames.Group.CLOSING, "zapAll")).isTrue();
        assertThat(catalog.callNames().is(CallNames.Group.CLOSING, "closeQuietly"))
                .isTrue();
        assertThat(catalog.callNames().exits()).contains("Fatal.stop", "System.exit");
        assertThat(catalog.exceptionParent("DbException")).contains("SQLException");
        assertThat(catalog.exceptionParent("SQLException")).contains("Exception");
        assertThat(catalog.isOfTeam("com.example.Db")).isTrue();
        assertThat(catalog.isOfTeam("java.sql.Connection")).isFalse();
    }

    @Test
    void addsToWhatIsKnownOfType() throws Exception {
        TypeSpec known = BUILT_IN.type("java.sql.Statement").orElseThrow();
        TypeSpec extended = extend("types: [{type: java.sql.Statement, release: [drop], throws: Oops}]")
                .type("java.sql.Statement")
                .orElseThrow();

        assertThat(extended.methods().roles().get(Role.RELEASE)).containsExactlyInAnyOrder("close", "drop");
        assertThat(extended.methods().acquire()).isEqualTo(known.methods().acquire());
        assertThat(extended.kind()).isEqualTo(known.kind());
        assertThat(extended.thrown()).isEqualTo("Oops");
    }

    @Test
    void standsInsteadOfWhatIsKnownOfTypeIfItSaysSo() throws Exception {
        assertThat(extend("types: [{type: android.database.Cursor, replaces-known: true}]")
                        .type("android.database.Cursor"))
                .contains(new TypeSpec(
                        "android.database.Cursor",
                        Optional.empty(),
                        List.of(),
                        new TypeSpec.MethodSpecs(Map.of(), Map.of(), Map.of()),
                        "",
                        Optional.empty()));
    }

    @Test
    void laterFileHoldsBeforeEarlier() throws Exception {
        ResourceCatalog first = extend("types: [{type: a.Db, kind: session, throws: One}]");
        ResourceCatalog both = CatalogFiles.extend(first, file("types: [{type: a.Db, kind: client, release: [end]}]"));

        assertThat(both.type("a.Db").orElseThrow().kind()).contains(ResourceKind.CLIENT);
        assertThat(both.type("a.Db").orElseThrow().thrown()).isEqualTo("One");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/catalog.md", "README.md"})
    void readsTheExampleOfTheManual(String page) throws Exception {
        Matcher example =
                Pattern.compile("```yaml\n(types:.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of(page)));
        assertThat(example.find()).isTrue();

        assertThat(extend(example.group(1)).isOfTeam("com.example.db.DbSession"))
                .isTrue();
    }

    @Test
    void manualNamesEveryKey() throws IOException {
        String manual = Files.readString(Path.of("docs/catalog.md"));

        assertThat(Stream.of(Role.values()).map(Role::key)).allMatch(key -> manual.contains("| `" + key + "` |"));
        assertThat(Stream.of(CallNames.Group.values()).map(CallNames.Group::key))
                .allMatch(key -> manual.contains("| `" + key + "` |"));
    }

    @Test
    void emptyFileSaysNothing() throws Exception {
        assertThat(extend("# nothing yet\n").types()).containsExactlyElementsOf(BUILT_IN.types());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "typs: []|1: unknown key 'typs'; known are endings, exceptions, names, types",
                "types: 1|1: a list is expected here; write it as [a, b] or with '- ' before each item",
                "types: [1]|1: a mapping is expected here; write it as 'key: value'",
                "types: [{kind: session}]|1: 'type' is missing: write the qualified name of the class",
                "types: [{type: Db}]|1: 'Db' is no qualified name of a class; write one such as com.example.Database",
                "types: [{type: a.Db},\\n {type: a.Db}]|2: 'a.Db' has an entry above; put both into one",
                "types: [{type: a.Db, type: a.Db}]|1: 'type' is given twice; write it once with both values",
                "types:\\n- type: a.Db\\n  sort: x|3: unknown key 'sort'; known are acquire, ",
                "types:\\n- type: a.Db\\n  kind: lock|3: unknown kind 'lock'; known are"
                        + " connection, statement, result-set, session, cursor, client, other",
                "types:\\n- type: a.Db\\n  release: [end]|3: 'a.Db' is no resource; give its entry a kind, such as"
                        + " kind: connection",
                "types:\\n- {type: a.Db, kind: other, release: ['end()']}|2: 'end()' is no name of a method; write the"
                        + " name alone, without class and parentheses, or new for constructors",
                "types: [{type: a.Db, extends: [a.X]}]|1: there is no type 'a.X' in the catalog; give it an entry under"
                        + " types",
                "types:\\n- type: a.F\\n  acquire:\\n  - {methods: [open]}|4: 'methods' and 'type' are needed; write which"
                        + " methods open what, such as {methods: [open], type: java.sql.Connection}",
                "types:\\n- type: a.F\\n  acquire:\\n  - {methods: [open], type: a.Db}|4: there is no type 'a.Db' in the"
                        + " catalog; give it an entry under types",
                "types:\\n- {type: a.F, acquire: [{methods: [f], type: javax.sql.DataSource}]}|2: 'javax.sql.DataSource' is"
                        + " no resource; give its entry a kind, such as kind: connection",
                "types: [{type: a.F, replaces-known: yep}]|1: true or false is expected here, not 'yep'",
                "types: [{type: a.F, throws: java.io.IOException}]|1: 'java.io.IOException' is no simple name of an"
                        + " exception; write one such as SQLException",
                "types: [{type: a.F, returns: {f: Db}}]|1: 'Db' is no qualified name of a class; write one such as"
                        + " com.example.Database",
                "endings: {Cur: a.Cur}|1: there is no type 'a.Cur' in the catalog; give it an entry under types",
                "names: {closin: x}|1: unknown key 'closin'; known are borrowing, ",
                "names: {closing: '('}|1: not a regular expression: Unclosed group; write one for the whole name, such as"
                        + " '^giveBack.*'",
                "names: {exits: [exit]}|1: 'exit' is no call that ends it all; write Class.method, as System.exit",
                "exceptions: {A: B,\\n B: A}|1: 'A' extends itself here; write what it really extends",
                "types: [{type: ''}]|1: a text is expected here; write one, in quotes if it has special characters",
                "types: !!java.net.URL [x]|1: not YAML: Global tag is not allowed:"
                        + " tag:yaml.org,2002:java.net.URL; write plain lists and mappings",
                "types: !x []|1: the tag '!x' is not taken; remove it and write plain text, lists and mappings"
            })
    void namesLineAndRemedyOfWhatIsWrong(String text, String message) throws IOException {
        Path file = file(text.replace("\\n", "\n"));

        assertThatThrownBy(() -> CatalogFiles.extend(BUILT_IN, file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("Catalog " + file + ":" + message.trim());
    }

    @Test
    void refusesWhatIsNoYaml() throws IOException {
        Path file = file("types:\n\t- x");

        assertThatThrownBy(() -> CatalogFiles.extend(BUILT_IN, file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("Catalog " + file + ":2: not YAML: ");
    }

    @Test
    void refusesReferencesWithinTheFile() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }

        assertThatThrownBy(() -> extend(bomb.toString()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("not YAML that a catalog may hold: ")
                .hasMessageEndingWith("; write plain lists and mappings, as in the built-in catalog");
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> extend("types: " + "[".repeat(5_000) + "]".repeat(5_000)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("not YAML that a catalog may hold: Nesting Depth exceeded max 20");
    }

    @Test
    void refusesLargeFile() throws IOException {
        Path file = file("# " + "x".repeat(CatalogFiles.MAX_BYTES));

        assertThatThrownBy(() -> CatalogFiles.extend(BUILT_IN, file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Catalog " + file + " has more than 256 KiB; split it into several, or name fewer types");
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        Path file = Files.write(folder.resolve("catalog.yml"), "# \u00e4".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> CatalogFiles.extend(BUILT_IN, file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Catalog " + file + " is not UTF-8; save it in that encoding");
    }

    @Test
    void refusesMissingFile() {
        Path none = folder.resolve("none.yml");

        assertThatThrownBy(() -> CatalogFiles.extend(BUILT_IN, none))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("There is no catalog file " + none + "; check its name");
    }

    @Test
    void stopsPatternThatBacktracksWithoutEnd() throws Exception {
        CallNames names = extend("names: {closing: '(a*)*\\1b'}").callNames();

        assertThatThrownBy(() -> names.is(CallNames.Group.CLOSING, "a".repeat(60)))
                .isInstanceOf(RunawayPatternException.class)
                .hasMessage("the pattern closing of a catalog backtracks too much on the name '" + "a".repeat(60)
                        + "'; simplify it: (a*)*\\1b");
    }

    private ResourceCatalog extend(String text) throws Exception {
        return CatalogFiles.extend(BUILT_IN, file(text));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("catalog.yml"), text);
    }
}
