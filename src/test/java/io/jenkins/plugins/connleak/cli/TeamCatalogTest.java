package io.jenkins.plugins.connleak.cli;

import static io.jenkins.plugins.connleak.cli.CommandLineRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a team's catalog teaches, from the file to the printed leak. */
class TeamCatalogTest {
    private static final String VAULT = """
            types:
              - type: com.acme.Vault
                acquire:
                  - {methods: [unlock], type: com.acme.Key}
                returns:
                  masterKey: com.acme.Key
              - type: com.acme.Key
                kind: other
                release: [turnBack]
                throws: VaultException
              - type: com.acme.Keys
                closes: [drop]
                keep: [hang]
                borrows: [count]
              - {type: com.acme.Ring, wraps: [new], extends: [com.acme.Key], kind: other}
            """;

    @TempDir
    private Path folder;

    private Path sources;

    @BeforeEach
    void makeFolder() throws IOException {
        sources = Files.createDirectory(folder.resolve("src"));
    }

    @Test
    void houseResourceIsFoundByCatalogOnly() throws IOException {
        source("Key k = vault.unlock(); k.turn();");

        assertThat(leaks()).isEmpty();
        assertThat(leaks("--catalog", catalog(VAULT))).containsExactly("Use.java:5: [never-closed] definite");
    }

    @Test
    void houseReleaseCloses() throws IOException {
        source("Key k = vault.unlock(); try { k.turn(); } finally { k.turnBack(); }");

        assertThat(leaks("--catalog", catalog(VAULT))).isEmpty();
    }

    @Test
    void houseCloserClosesWhatItIsGiven() throws IOException {
        source("Key k = vault.unlock(); try { k.turn(); } finally { Keys.drop(k); }");

        assertThat(leaks("--catalog", catalog(VAULT))).isEmpty();
    }

    @Test
    void houseOwnerTakesWhatItIsGiven() throws IOException {
        source("Key k = vault.unlock(); Keys.hang(k);");

        assertThat(leaks("--catalog", catalog(VAULT))).isEmpty();
    }

    @Test
    void houseHelperThatLooksLeavesTheResourceToTheCaller() throws IOException {
        source("Key k = vault.unlock(); Keys.count(k);");

        assertThat(leaks("--catalog", catalog(VAULT))).containsExactly("Use.java:5: [never-closed] definite");
    }

    @Test
    void houseWrapperClosesWhatItWraps() throws IOException {
        source("Ring r = new Ring(vault.unlock()); try { r.jingle(); } finally { r.turnBack(); }");

        assertThat(leaks("--catalog", catalog(VAULT))).isEmpty();
    }

    @Test
    void houseGetterLends() throws IOException {
        source("Key k = vault.masterKey(); k.turn();");

        assertThat(leaks("--catalog", catalog(VAULT))).isEmpty();
    }

    @Test
    void catalogHoldsEvenWhereTheCodeIsSeen() throws IOException {
        source("java.sql.Connection c = Db.it(); c.isValid(1);");
        Files.writeString(sources.resolve("Db.java"), """
                package com.acme;
                class Db {
                    static java.sql.Connection it() throws Exception {
                        return java.sql.DriverManager.getConnection("jdbc:x");
                    }
                }
                """);

        assertThat(leaks()).containsExactly("Use.java:5: [never-closed] definite");
        assertThat(leaks("--catalog", catalog("types: [{type: com.acme.Db, returns: {it: java.sql.Connection}}]")))
                .isEmpty();
    }

    @Test
    void fileInTheScannedFolderIsReadByItself() throws IOException {
        source("Key k = vault.unlock(); k.turn();");
        Files.writeString(sources.resolve(".connleak.yml"), VAULT);

        assertThat(leaks()).containsExactly("Use.java:5: [never-closed] definite");
    }

    @Test
    void namedFileHoldsBeforeTheOneInTheScannedFolder() throws IOException {
        source("Key k = vault.unlock(); k.turn();");
        Files.writeString(sources.resolve(".connleak.yml"), VAULT);

        assertThat(leaks("--catalog", catalog("types: [{type: com.acme.Vault, replaces-known: true}]")))
                .isEmpty();
    }

    @Test
    void severalFilesAreReadInTheirOrder() throws IOException {
        source("Key k = vault.unlock(); k.turn();");
        Path more = Files.writeString(
                folder.resolve("more.yml"), "types: [{type: com.acme.Key, kind: other, release: [turn]}]");

        assertThat(leaks("--catalog", catalog(VAULT), "--catalog", more)).isEmpty();
    }

    @Test
    void wrongCatalogIsWrongUsageBeforeAnythingIsScanned() throws IOException {
        Path wrong = catalog("types:\n  - type: Vault\n");

        assertThat(run("scan", "--catalog", wrong, sources))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "connleak: Catalog " + wrong + ":2: 'Vault' is no qualified name of a class; write one such as"
                                + " com.example.Database\n"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void foundFileThatLeadsElsewhereIsRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "password: x\n");
        Path link = Files.createSymbolicLink(sources.resolve(".connleak.yml"), secret);

        assertThat(run("scan", sources))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "connleak: Catalog " + link + " is a link out of the folder that is scanned; put the file"
                                + " there, or name it as catalog file\n"));
    }

    @Test
    void runawayPatternCostsTheMethodItMeets() throws IOException {
        source("java.sql.Connection k = vault." + "a".repeat(60) + "(vault);");

        CommandLineRun scan = run("scan", "--catalog", catalog("names: {closing: '(a*)*\\1b'}"), sources);
        assertThat(scan.code()).isZero();
        assertThat(scan.err())
                .startsWith("Use.java:4: [limit] Method use(Vault) was not analysed: the pattern closing of a catalog"
                        + " backtracks too much on the name 'aaa");
    }

    private List<String> leaks(Object... options) {
        Object[] arguments = new Object[options.length + 2];
        arguments[0] = "scan";
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[arguments.length - 1] = sources;
        CommandLineRun scan = run(arguments);
        assertThat(scan.err()).isEmpty();
        return scan.out()
                .lines()
                .filter(line -> line.contains(".java:"))
                .map(line -> line.substring(0, line.indexOf(": ", line.indexOf(']'))))
                .toList();
    }

    private void source(String body) throws IOException {
        Files.writeString(
                sources.resolve("Use.java"),
                "package com.acme;\n\nclass Use {\n    void use(Vault vault) throws Exception {\n        " + body
                        + "\n    }\n}\n");
    }

    private Path catalog(String text) throws IOException {
        return Files.writeString(folder.resolve("catalog.yml"), text);
    }
}
