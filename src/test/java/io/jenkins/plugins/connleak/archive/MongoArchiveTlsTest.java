package io.jenkins.plugins.connleak.archive;

import static io.jenkins.plugins.connleak.archive.ArchivedResults.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ClusterType;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The archive over TLS, with certificates that each test makes. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MongoArchiveTlsTest {
    private static final String HERE = "ip:127.0.0.1,dns:localhost";
    private static final String PASSWORD = "changeit";
    private static final String COULD_NOT = "could not be asked: no server could be used within 3000 ms: ";

    @TempDir
    private Path folder;

    private MongoServer server;
    private SSLContext before;

    @BeforeEach
    void startServer() throws GeneralSecurityException {
        server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        before = SSLContext.getDefault();
    }

    @AfterEach
    void stopServer() {
        SSLContext.setDefault(before);
        server.shutdownNow();
    }

    @Test
    void resultsAreWrittenAndReadOverTls() throws Exception {
        KeyStore store = certificate("server", HERE);
        serve(store);
        trust(store);
        try (MongoArchive archive = open("?tls=true")) {
            archive.store(ArchivedResults.result(new BuildTag("shop", "4.5.0", "19"), "117", findings(300)));
            assertThat(archive.history(new HistoryQuery(Optional.of("shop"), Optional.empty(), 9)))
                    .extracting(
                            entry -> entry.tag().release() + "/" + entry.tag().buildNumber() + " " + entry.total())
                    .containsExactly("4.5.0/19 300");
        }
    }

    @Test
    void certificateOfAStrangerIsRefused() throws Exception {
        serve(certificate("server", HERE));
        trust(certificate("another", HERE));
        assertRefused(
                "?tls=true",
                "the server's certificate is not trusted; add its issuer to the certificates that this Java trusts");
    }

    @Test
    void certificateOfAnotherHostIsRefused() throws Exception {
        KeyStore store = certificate("server", "dns:other.example.org");
        serve(store);
        trust(store);
        assertRefused("?tls=true", "the server's certificate is for another host");
    }

    @Test
    void certificateThatHasExpiredIsSaid() {
        // Checked by Java where an issuer is trusted rather than the certificate itself.
        SSLHandshakeException handshake = new SSLHandshakeException("PKIX path validation failed");
        handshake.initCause(new CertPathValidatorException(
                "validity check failed", new CertificateExpiredException("NotAfter: yesterday")));

        assertThat(new ArchiveFailures(MongoSettings.of("mongodb://db.example.org"))
                        .explain(
                                "be asked",
                                new MongoSocketException("no", new ServerAddress("db.example.org"), handshake),
                                new ClusterDescription(
                                        ClusterConnectionMode.SINGLE, ClusterType.STANDALONE, List.of())))
                .hasMessage("The archive at db.example.org, database connleak, could not be asked: the connection"
                        + " failed: the server's certificate is not valid today");
    }

    @Test
    void serverThatSpeaksNoTlsIsSaid() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            Thread answers = new Thread(() -> answerInPlainText(plain));
            answers.setDaemon(true);
            answers.start();
            assertRefused(
                    plain.getLocalPort(),
                    "?tls=true",
                    "no TLS connection could be made; check the tls option and the certificates");
        }
    }

    private static void answerInPlainText(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write("400 no TLS here\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The other side hung up, or the test is over, and with it this loop.
                continue;
            }
        }
    }

    @Test
    void serverThatWantsTlsAndGetsNoneIsLeft() throws Exception {
        serve(certificate("server", HERE));
        try (MongoArchive archive = open("")) {
            assertThatThrownBy(archive::ping)
                    .isInstanceOf(ArchiveException.class)
                    .hasNoCause()
                    .hasMessageContaining(COULD_NOT);
        }
    }

    private void assertRefused(String options, String why) throws ArchiveException {
        assertRefused(server.getLocalAddress().getPort(), options, why);
    }

    private static void assertRefused(int port, String options, String why) throws ArchiveException {
        try (MongoArchive archive = open(port, options)) {
            assertThatThrownBy(archive::ping)
                    .isInstanceOf(ArchiveException.class)
                    .hasNoCause()
                    .hasMessageEndingWith(COULD_NOT + why);
        }
    }

    private MongoArchive open(String options) throws ArchiveException {
        return open(server.getLocalAddress().getPort(), options);
    }

    private static MongoArchive open(int port, String options) throws ArchiveException {
        Duration soon = Duration.ofSeconds(3);
        return MongoArchive.open(MongoSettings.of("mongodb://127.0.0.1:" + port + "/" + options)
                .withTimeouts(new MongoSettings.Timeouts(soon, soon, soon)));
    }

    private void serve(KeyStore store) throws GeneralSecurityException {
        server.enableSsl((PrivateKey) store.getKey("key", PASSWORD.toCharArray()), null, (X509Certificate)
                store.getCertificate("key"));
        server.bind();
    }

    /** What {@code -Djavax.net.ssl.trustStore} does for a whole Java. */
    private void trust(KeyStore trusted) throws GeneralSecurityException, IOException {
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("trusted", trusted.getCertificate("key"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        SSLContext.setDefault(context);
    }

    private KeyStore certificate(String name, String hosts) throws Exception {
        Path file = folder.resolve(name + ".p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-alias", "key", "-keyalg", "EC", "-dname", "CN=connleak", "-ext", "san=" + hosts));
        command.addAll(List.of("-validity", "2", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".txt").toFile())
                .start();
        assertThat(process.waitFor()).as(name).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }
}
