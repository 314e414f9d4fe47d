package io.jenkins.plugins.connleak.core.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;

/** How this package sets up Jackson: readers with limits, writers whose bytes do not depend on the platform. */
final class Json {
    /** Longest document that is read, in characters. */
    static final long MAX_DOCUMENT_LENGTH = 1L << 30;

    private static final int MAX_DEPTH = 16;

    /** Reads within limits and refuses a name that comes twice in one object. */
    static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Texts.MAX_LENGTH)
                    .maxNameLength(Texts.MAX_LENGTH)
                    .maxNumberLength(20)
                    .maxDocumentLength(MAX_DOCUMENT_LENGTH)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build());

    private Json() {}

    /**
     * An indenting UTF-8 generator. Closing it leaves {@code target} open, and adds no brackets that are still due: what a
     * failure cut off must not look complete.
     */
    static JsonGenerator generator(OutputStream target) throws IOException {
        JsonGenerator generator = MAPPER.getFactory().createGenerator(target, JsonEncoding.UTF8);
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("")
                .withRootSeparator("");
        return generator.setPrettyPrinter(new DefaultPrettyPrinter(separators)
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter));
    }
}
