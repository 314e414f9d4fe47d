package io.jenkins.plugins.connleak.archive;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What the archive's readers search by, and what removes documents whose time is over. */
final class ArchiveIndexes {
    /** The server removes a document once the date in it has passed; one without a date stays. */
    private static final IndexOptions EXPIRES = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);

    /** The user may not make indexes, or there are others of the same keys or names. */
    private static final Set<Integer> BEARABLE = Set.of(13, 67, 68, 85, 86);

    private ArchiveIndexes() {}

    static void create(MongoDatabase database) {
        database.getCollection(MongoArchive.BUILDS)
                .createIndexes(List.of(
                        new IndexModel(Indexes.ascending("release", "buildNumber")),
                        new IndexModel(Indexes.ascending("job", "buildId")),
                        new IndexModel(
                                Indexes.compoundIndex(Indexes.ascending("job"), Indexes.descending("finishedAt"))),
                        new IndexModel(Indexes.descending("finishedAt")),
                        new IndexModel(Indexes.ascending("expiresAt"), EXPIRES)));
        database.getCollection(MongoArchive.FINDINGS)
                .createIndexes(List.of(
                        new IndexModel(Indexes.ascending("build", "ordinal")),
                        new IndexModel(Indexes.ascending("fingerprint")),
                        new IndexModel(Indexes.ascending("expiresAt"), EXPIRES)));
    }

    /** Whether results can be archived without the indexes that could not be made. */
    static boolean isBearable(MongoCommandException failure) {
        return BEARABLE.contains(failure.getCode());
    }
}
