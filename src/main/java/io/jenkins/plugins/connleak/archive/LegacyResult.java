package io.jenkins.plugins.connleak.archive;

import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A result in the old service's form, as its readers know it: one document per release and build number in the
 * collection {@value #COLLECTION}. The server has one only; whoever writes last wins.
 *
 * @param release the release number; not empty
 * @param buildNumber the build number; not empty
 * @param total number of leaks, which may be more than those listed
 * @param leaks a text per leak, such as {@code Orders.javaAPI : public void load()}
 */
public record LegacyResult(String release, String buildNumber, int total, List<String> leaks) {
    /** The old service's collection. */
    public static final String COLLECTION = "connleak_nightly_build";

    /** Most leaks listed in a document; with the bounds on texts it stays below the server's 16 MiB. */
    public static final int MAX_LEAKS = 10_000;

    /** Longest text of a leak in characters. */
    static final int MAX_LEAK = 400;

    private static final String RELEASE = "Release No";
    private static final String BUILD = "Build No";
    private static final String TOTAL = "total";
    private static final String TABLE = "tabulardata";
    private static final Pattern NUMBER = Pattern.compile("^[0-9]+\\. ");

    public LegacyResult {
        Objects.requireNonNull(release);
        Objects.requireNonNull(buildNumber);
        if (release.isEmpty() || buildNumber.isEmpty()) {
            throw new IllegalArgumentException("the old form needs a release and a build number");
        }
        leaks = leaks.stream()
                .limit(MAX_LEAKS)
                .map(leak -> ArchiveDocuments.cut(leak, MAX_LEAK))
                .toList();
    }

    /** What finds the document of a release and a build number. */
    static Bson key(String release, String buildNumber) {
        return new Document(RELEASE, ArchiveDocuments.text(release)).append(BUILD, ArchiveDocuments.text(buildNumber));
    }

    /** What finds that document. */
    static Bson key(BsonDocument document) {
        return new BsonDocument(RELEASE, document.get(RELEASE)).append(BUILD, document.get(BUILD));
    }

    /** The index that its readers want. */
    static Bson index() {
        return Indexes.ascending(RELEASE, BUILD);
    }

    /** The document without a key of its own: the server makes it, as it did for the old service. */
    Document document() {
        List<List<String>> rows = new ArrayList<>();
        leaks.forEach(leak -> rows.add(List.of((rows.size() + 1) + ". " + leak)));
        return new Document(TOTAL, String.valueOf(total))
                .append(TABLE, List.of(List.of("File Name"), rows))
                .append(RELEASE, ArchiveDocuments.text(release))
                .append(BUILD, ArchiveDocuments.text(buildNumber));
    }

    /** Reads a document, of the old service's own writing too; empty if it is none. */
    static Optional<LegacyResult> of(Document document) {
        if (!(document.get(RELEASE) instanceof String release)
                || !(document.get(BUILD) instanceof String build)
                || release.isEmpty()
                || build.isEmpty()) {
            return Optional.empty();
        }
        List<String> leaks = leaks(document);
        return Optional.of(new LegacyResult(release, build, total(document, leaks.size()), leaks));
    }

    private static int total(Document document, int listed) {
        String text = String.valueOf(document.get(TOTAL)).strip();
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : listed;
    }

    private static List<String> leaks(Document document) {
        List<String> leaks = new ArrayList<>();
        if (document.get(TABLE) instanceof List<?> table && table.size() > 1 && table.get(1) instanceof List<?> rows) {
            for (Object row : rows) {
                if (row instanceof List<?> cells && !cells.isEmpty() && cells.get(0) instanceof String text) {
                    leaks.add(NUMBER.matcher(text).replaceFirst("").strip());
                }
            }
        }
        return leaks;
    }
}
