package io.jenkins.plugins.connleak.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.ListView;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.connleak.plugin.config.ConnleakConfiguration;
import io.jenkins.plugins.connleak.plugin.overview.LeakColumn;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jenkins.model.GlobalConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ConfigurationAsCodeTest {
    private static final String YAML = """
            jenkins:
              views:
                - all:
                    name: "all"
                - list:
                    name: "leaks"
                    columns:
                      - "jobName"
                      - connleakColumn:
                          scanId: "shop"
            unclassified:
              connleak:
                enabled: true
                uri: "mongodb://db.example.org:27017"
                database: "leaks"
                credentialsId: "mongodb-connleak"
                connectSeconds: 7
                readSeconds: 33
            """;

    private static final Pattern SECTION = Pattern.compile("(?m)^  connleak:\\n(    .*\\n)+");

    @TempDir
    private Path folder;

    @Test
    void configuresAndExportsAllSettings(JenkinsRule jenkins) throws Exception {
        Path file = folder.resolve("jenkins.yaml");
        Files.writeString(file, YAML);

        ConfigurationAsCode.get().configure(file.toString());

        ConnleakConfiguration configuration = GlobalConfiguration.all().get(ConnleakConfiguration.class);
        assertThat(configuration.isEnabled()).isTrue();
        assertThat(configuration.getUri()).isEqualTo("mongodb://db.example.org:27017");
        assertThat(configuration.getDatabase()).isEqualTo("leaks");
        assertThat(configuration.getCredentialsId()).isEqualTo("mongodb-connleak");
        assertThat(configuration.getConnectSeconds()).isEqualTo(7);
        assertThat(configuration.getReadSeconds()).isEqualTo(33);
        ListView view = (ListView) jenkins.jenkins.getView("leaks");
        assertThat(view.getColumns().get(LeakColumn.class).getScanId()).isEqualTo("shop");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(out);
        String exported = out.toString(StandardCharsets.UTF_8);
        assertThat(section(exported))
                .contains(
                        "    enabled: true\n",
                        "    uri: \"mongodb://db.example.org:27017\"\n",
                        "    database: \"leaks\"\n",
                        "    credentialsId: \"mongodb-connleak\"\n",
                        "    connectSeconds: 7\n",
                        "    readSeconds: 33\n");
        assertThat(exported).contains("connleakColumn:\n          scanId: \"shop\"\n");
    }

    /** The plugin's own part of an export, up to the next key that is not deeper. */
    private static String section(String exported) {
        Matcher section = SECTION.matcher(exported);
        assertThat(section.find()).as(exported).isTrue();
        return section.group();
    }
}
