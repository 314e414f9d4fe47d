package io.jenkins.plugins.connleak.archive;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * Sends the documents of one result: leaks in unordered batches, the build last. Documents are inserted, which is what a
 * result that is new to the server costs least with; those that are there already are replaced, so that sending again
 * adds none. A result whose build is there already also removes the leaks beyond its own, which an earlier result of it
 * may have left.
 */
final class BuildWriter {
    /** Leaks sent in one batch. */
    private static final int BATCH_DOCUMENTS = 1_000;

    /** Bytes sent in one batch, more or less: it is in memory, and has to arrive within the time for an answer. */
    private static final int BATCH_BYTES = 2 << 20;

    /** The same after a failure, which may have been due to a slow line. */
    private static final int CAREFUL_BATCH_BYTES = 128 << 10;

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<RawBsonDocument> builds;
    private final MongoCollection<RawBsonDocument> findings;
    private final MongoCollection<RawBsonDocument> legacy;
    private final String id;
    private final History history;
    private final List<RawBsonDocument> batch = new ArrayList<>();
    private int batchBytes;
    private int sent;

    /** What may have been sent before. */
    enum History {
        /** Nothing. */
        FIRST,
        /** The same result, perhaps in part. */
        AGAIN,
        /** Perhaps another result of the same build. */
        UNKNOWN
    }

    /**
     * A writer of one result.
     *
     * @param id key of the build's document
     * @param history what may have been sent before
     */
    BuildWriter(MongoDatabase database, String id, History history) {
        this.builds = database.getCollection(MongoArchive.BUILDS, RawBsonDocument.class);
        this.findings = database.getCollection(MongoArchive.FINDINGS, RawBsonDocument.class);
        this.legacy = database.getCollection(LegacyResult.COLLECTION, RawBsonDocument.class);
        this.id = id;
        this.history = history;
    }

    void send(ResultDocuments.Part part, RawBsonDocument document) {
        switch (part) {
            case FINDING -> finding(document);
            case LEGACY -> legacy(document);
            case BUILD -> build(document);
        }
    }

    private void finding(RawBsonDocument document) {
        batch.add(document);
        batchBytes += document.getByteBuffer().remaining();
        if (batch.size() == BATCH_DOCUMENTS
                || batchBytes >= (history == History.AGAIN ? CAREFUL_BATCH_BYTES : BATCH_BYTES)) {
            flush();
        }
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        try {
            findings.insertMany(batch, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            replaceThoseThatAreThere(e);
        }
        sent += batch.size();
        batch.clear();
        batchBytes = 0;
    }

    private void replaceThoseThatAreThere(MongoBulkWriteException failure) {
        boolean others = failure.getWriteErrors().stream()
                .anyMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY);
        if (others || failure.getWriteErrors().isEmpty() || failure.getWriteConcernError() != null) {
            throw failure;
        }
        List<ReplaceOneModel<RawBsonDocument>> models = failure.getWriteErrors().stream()
                .map(BulkWriteError::getIndex)
                .map(batch::get)
                .map(each -> new ReplaceOneModel<>(findingKey(each), each, UPSERT))
                .toList();
        findings.bulkWrite(models, new BulkWriteOptions().ordered(false));
    }

    /** The build is in the key because it is the shard key: one shard has to be asked, and not all. */
    private Bson findingKey(RawBsonDocument finding) {
        // One flat document: not every server looks into $and for the index on _id, and without it each costs a scan.
        return new BsonDocument("_id", finding.get("_id")).append("build", new BsonString(id));
    }

    private void legacy(RawBsonDocument document) {
        legacy.replaceOne(LegacyResult.key(document), document, UPSERT);
    }

    private void build(RawBsonDocument document) {
        flush();
        if (history == History.UNKNOWN) {
            replace(document);
            return;
        }
        try {
            builds.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            replace(document);
        }
    }

    private void replace(RawBsonDocument document) {
        findings.deleteMany(new BsonDocument("build", new BsonString(id))
                .append("ordinal", new BsonDocument("$gte", new BsonInt32(sent))));
        builds.replaceOne(Filters.eq("_id", id), document, UPSERT);
    }
}
