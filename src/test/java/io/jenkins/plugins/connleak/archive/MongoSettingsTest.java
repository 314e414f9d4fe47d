package io.jenkins.plugins.connleak.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MongoSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://anna:geheim@db.example.org/connleak",
                "mongodb://anna@db.example.org",
                "mongodb+srv://anna:ge/heim@db.example.org/connleak",
                "mongodb://db.example.org/?proxyHost=p&proxyPassword=geheim",
                "mongodb://db.example.org/?authMechanism=MONGODB-AWS&authMechanismProperties=AWS_SESSION_TOKEN:geheim"
            })
    void refusesAUriThatHoldsCredentialsAndRepeatsNoneOfThem(String uri) {
        assertThatThrownBy(() -> MongoSettings.of(uri).check())
                .isInstanceOf(ArchiveException.class)
                .hasMessage("The archive's URI holds credentials. Take them out of it and give user and password"
                        + " separately: as credentials in Jenkins, as CONNLEAK_MONGODB_USER and"
                        + " CONNLEAK_MONGODB_PASSWORD on the command line");
        assertThatThrownBy(() -> MongoArchive.open(MongoSettings.of(uri))).isInstanceOf(ArchiveException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://db.example.org", "jdbc:mongodb://db", "MONGODB://db", "file:///etc/passwd"})
    void refusesOtherSchemes(String uri) {
        assertThatThrownBy(() -> MongoSettings.of(uri).check())
                .isInstanceOf(ArchiveException.class)
                .hasMessage("The archive's URI has to begin with mongodb:// or mongodb+srv://; expected"
                        + " mongodb://host[:port][,host...][/database][?options]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongodb://", "mongodb:///connleak", "mongodb+srv://?tls=true"})
    void refusesAUriWithoutAHost(String uri) {
        assertThatThrownBy(() -> MongoSettings.of(uri).check())
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("names no host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongodb://db/a.b", "mongodb://db/$cmd", "mongodb://db/a/b", "mongodb://db/a%00b"})
    void refusesADatabaseThatIsNone(String uri) {
        assertThatThrownBy(() -> MongoSettings.of(uri).check())
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("The name of the archive's database");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mongodb://user:password", "mongodb://db:99999", "mongodb://a,,b", "mongodb://db/?maxPoolSize=-3"
            })
    void refusesAUriThatTheDriverCanNotUseWithoutRepeatingIt(String uri) {
        assertThatThrownBy(() -> MongoArchive.open(MongoSettings.of(uri)))
                .isInstanceOf(ArchiveException.class)
                .hasNoCause()
                .hasMessage("The archive's URI can't be used: check hosts, ports and options of"
                        + " mongodb://host[:port][,host...][/database][?options]");
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://db, connleak",
        "mongodb://db/, connleak",
        "mongodb://db/?tls=true, connleak",
        "mongodb://a:1;b:2/quality, quality",
        "mongodb+srv://cluster.example.org/quality?tls=true, quality"
    })
    void takesTheDatabaseFromTheUri(String uri, String database) {
        MongoSettings settings = MongoSettings.of(uri.replace(';', ','));
        assertThatCode(settings::check).doesNotThrowAnyException();
        assertThat(settings.databaseName()).isEqualTo(database);
    }

    @Test
    void databaseOfTheSettingsWins() {
        MongoSettings settings =
                new MongoSettings("mongodb://db/other", "quality", null, MongoSettings.Timeouts.DEFAULT);
        assertThat(settings.databaseName()).isEqualTo("quality");
    }

    @Test
    void authSourceComesFromTheUri() {
        assertThat(MongoSettings.of("mongodb://db/?tls=true&authSource=people").authSource())
                .isEqualTo("people");
        assertThat(MongoSettings.of("mongodb://db/quality").authSource()).isEqualTo("admin");
    }

    @Test
    void noTextShowsTheLogin() {
        MongoSettings settings = MongoSettings.of("mongodb://db").withLogin(new MongoSettings.Login("anna", "geheim"));
        assertThat(settings + " " + settings.login()).doesNotContain("anna").doesNotContain("geheim");
    }

    @Test
    void refusesTimeoutsThatAreNone() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new MongoSettings.Timeouts(second, Duration.ZERO, second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MongoSettings.Timeouts(second, second, Duration.ofDays(90)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
