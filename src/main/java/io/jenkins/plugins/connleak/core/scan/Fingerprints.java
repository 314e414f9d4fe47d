package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.model.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Turns the texts of findings into fingerprints. Findings with equal texts are numbered in the order in which they come,
 * which must be the order of the report.
 */
final class Fingerprints {
    private static final String ALGORITHM = "SHA-256";

    private final Map<String, Integer> seen = new HashMap<>();

    Fingerprint next(FingerprintText.Parts parts) {
        int ordinal = seen.merge(parts.exact(), 1, Integer::sum);
        return new Fingerprint(hash(parts.exact() + '\n' + ordinal), hash(parts.context()));
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(ALGORITHM);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
