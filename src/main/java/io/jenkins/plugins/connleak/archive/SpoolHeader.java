package io.jenkins.plugins.connleak.archive;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;

/**
 * What a spooled entry is about; the first document of its file.
 *
 * @param kind what the entry asks for
 * @param key key of the build's document; empty if it concerns several
 * @param job full name of the job
 * @param label what people call the build, such as {@code 117 (4.5.0/19)}; empty if it concerns several
 */
public record SpoolHeader(Kind kind, String key, String job, String label) {
    private static final String FORM = "connleakSpool";
    private static final int FORM_VERSION = 1;

    /** What an entry asks for. */
    public enum Kind {
        /** A result is to be archived. */
        RESULT,
        /** What is archived of builds that Jenkins deleted is to be marked or removed. */
        REMOVAL;

        /** The lower-case name used in files and documents. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SpoolHeader {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(key);
        Objects.requireNonNull(job);
        Objects.requireNonNull(label);
    }

    static SpoolHeader of(ResultDocuments documents) {
        ArchivedResult result = documents.result();
        String release = result.report().info().tag().release();
        String number = result.report().info().tag().buildNumber();
        String filed = release.isEmpty() ? number : release + "/" + number;
        return new SpoolHeader(
                Kind.RESULT,
                documents.id(),
                ArchiveDocuments.text(result.report().info().tag().job()),
                ArchiveDocuments.text(result.build().buildId() + (filed.isEmpty() ? "" : " (" + filed + ")")));
    }

    Document document() {
        return new Document(FORM, FORM_VERSION)
                .append("kind", kind.id())
                .append("key", key)
                .append("job", job)
                .append("label", label);
    }

    /** Reads a header back; throws {@link DamagedEntryException} if it is none. */
    static SpoolHeader of(BsonDocument document) throws DamagedEntryException {
        if (!document.get(FORM, new BsonInt32(0)).equals(new BsonInt32(FORM_VERSION))) {
            throw new DamagedEntryException("it is of a form that this version of connleak does not know");
        }
        for (Kind kind : Kind.values()) {
            if (kind.id().equals(text(document, "kind"))) {
                return new SpoolHeader(kind, text(document, "key"), text(document, "job"), text(document, "label"));
            }
        }
        throw new DamagedEntryException("it asks for something that this version of connleak does not know");
    }

    private static String text(BsonDocument document, String name) {
        BsonValue value = document.get(name, new BsonString(""));
        return value.isString() ? value.asString().getValue() : "";
    }

    /** Builds whose archived documents are to be marked or removed. */
    static Document removal(Removal removal) {
        return new Document("policy", removal.policy().id())
                .append("keys", List.copyOf(removal.keys()))
                .append("source", removal.source())
                .append("job", removal.job())
                .append("at", Date.from(removal.at()));
    }

    /** Reads a removal back. */
    static Removal removal(BsonDocument document) throws DamagedEntryException {
        try {
            return new Removal(
                    DeletionPolicy.ofId(text(document, "policy")),
                    document.getArray("keys").stream()
                            .map(key -> key.asString().getValue())
                            .toList(),
                    text(document, "source"),
                    text(document, "job"),
                    Instant.ofEpochMilli(document.getDateTime("at").getValue()));
        } catch (BsonInvalidOperationException | IllegalArgumentException e) {
            throw new DamagedEntryException("it holds no removal that can be read", e);
        }
    }
}
