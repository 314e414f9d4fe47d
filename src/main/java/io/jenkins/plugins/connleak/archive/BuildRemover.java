package io.jenkins.plugins.connleak.archive;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Marks or removes what is archived of builds that Jenkins deleted; doing so again changes nothing. */
final class BuildRemover {
    private static final String DELETED = "deletedAt";
    /** Builds of a job that are looked up at once. */
    private static final int AT_ONCE = 500;

    private final MongoCollection<Document> builds;
    private final MongoCollection<Document> findings;
    private final Removal removal;

    BuildRemover(MongoDatabase database, Removal removal) {
        this.builds = database.getCollection(MongoArchive.BUILDS);
        this.findings = database.getCollection(MongoArchive.FINDINGS);
        this.removal = removal;
    }

    void remove() {
        if (!removal.keys().isEmpty()) {
            removal.keys().forEach(this::remove);
            return;
        }
        List<String> keys = keysOfJob();
        while (!keys.isEmpty()) {
            keys.forEach(this::remove);
            keys = keysOfJob();
        }
    }

    /** Builds of the job that it has not dealt with. */
    private List<String> keysOfJob() {
        List<Bson> wanted = new ArrayList<>(List.of(
                Filters.eq("job", ArchiveDocuments.text(removal.job())),
                Filters.eq("source", ArchiveDocuments.text(removal.source()))));
        if (removal.policy() == DeletionPolicy.MARK) {
            wanted.add(Filters.exists(DELETED, false));
        }
        return builds.find(Filters.and(wanted))
                .projection(Projections.include("_id"))
                .limit(AT_ONCE)
                .map(build -> String.valueOf(build.get("_id")))
                .into(new ArrayList<>());
    }

    /** The mark goes to the leaks first and to the build last, as it is found by the build's. */
    private void remove(String key) {
        Bson mark = Updates.set(DELETED, Date.from(removal.at()));
        switch (removal.policy()) {
            case OFF -> throw new IllegalStateException("nothing is to be removed");
            case MARK -> {
                findings.updateMany(Filters.eq("build", key), mark);
                builds.updateOne(Filters.eq("_id", key), mark);
            }
            case DELETE -> {
                // Whoever reads meanwhile is told that the build is going.
                builds.updateOne(Filters.eq("_id", key), mark);
                findings.deleteMany(Filters.eq("build", key));
                builds.deleteOne(Filters.eq("_id", key));
            }
        }
    }
}
