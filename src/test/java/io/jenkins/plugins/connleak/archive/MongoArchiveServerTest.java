package io.jenkins.plugins.connleak.archive;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The archive on the server that {@code CONNLEAK_TEST_MONGODB_URI} names, where it names one. */
@EnabledIfEnvironmentVariable(named = "CONNLEAK_TEST_MONGODB_URI", matches = "mongodb.*")
class MongoArchiveServerTest extends ResultArchiveContract {
    @Override
    String serverUri() {
        return System.getenv("CONNLEAK_TEST_MONGODB_URI");
    }
}
