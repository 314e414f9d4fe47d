package io.jenkins.plugins.connleak.core.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text. A byte order mark decides before anything else. With no encoding given the bytes are UTF-8 if they can
 * be, else windows-1252 or ISO-8859-1, and that is said; with one given, bytes it does not know become U+FFFD, and that
 * is said.
 */
final class TextDecoder {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** What stands for bytes that are no character; it may be in a text by itself as well. */
    private static final char REPLACEMENT = '\uFFFD';

    private final @Nullable Charset given;

    TextDecoder(@Nullable Charset given) {
        this.given = given;
    }

    record Decoded(String text, Optional<String> complaint) {}

    Decoded decode(byte[] bytes) {
        Charset marked = markedEncoding(bytes);
        if (given != null || marked != null) {
            return lenient(bytes, marked != null ? marked : given != null ? given : StandardCharsets.UTF_8);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        int invalid = text.indexOf(REPLACEMENT) < 0 ? -1 : firstInvalid(bytes);
        if (invalid < 0) {
            return new Decoded(text, Optional.empty());
        }
        Charset fallback = fallbackFor(bytes);
        return new Decoded(
                new String(bytes, fallback),
                Optional.of(String.format(
                        Locale.ROOT,
                        "This file is not valid UTF-8 from byte %d on and was read as %s; give its encoding if that is wrong",
                        invalid,
                        fallback.name())));
    }

    /** Where bytes stop to be UTF-8; -1 if all of them are. */
    private static int firstInvalid(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = strict(StandardCharsets.UTF_8).decode(in, CharBuffer.allocate(bytes.length), true);
        return result.isError() ? in.position() : -1;
    }

    private static Decoded lenient(byte[] bytes, Charset charset) {
        try {
            return new Decoded(
                    unmarked(strict(charset).decode(ByteBuffer.wrap(bytes)).toString()), Optional.empty());
        } catch (CharacterCodingException e) {
            return new Decoded(
                    unmarked(new String(bytes, charset)),
                    Optional.of("This file holds bytes that are not valid " + charset.name() + " ("
                            + String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT)
                            + "); they were replaced. Give the file's own encoding"));
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static String unmarked(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static @Nullable Charset markedEncoding(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return startsWith(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Between 0x80 and 0x9F windows-1252 has quotes and dashes where ISO-8859-1 has control characters nobody writes. */
    private static Charset fallbackFor(byte[] bytes) {
        for (byte b : bytes) {
            switch (b & 0xFF) {
                case 0x81, 0x8D, 0x8F, 0x90, 0x9D -> {
                    return StandardCharsets.ISO_8859_1;
                }
                default -> {}
            }
        }
        return WINDOWS_1252;
    }
}
