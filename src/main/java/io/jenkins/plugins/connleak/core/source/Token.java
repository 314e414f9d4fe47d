package io.jenkins.plugins.connleak.core.source;

import io.jenkins.plugins.connleak.core.model.JavaKeywords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sorts of tokens of Java, as numbers: arrays of them are small and quick. Operators are one number each. */
final class Token {
    static final int END = 0;
    static final int NAME = 1;
    static final int INTEGER = 2;
    static final int LONG = 3;
    static final int FLOATING = 4;
    static final int CHARACTER = 5;
    static final int STRING = 6;
    static final int TEXT_BLOCK = 7;
    /** A body that is skipped, from its opening to its closing brace. */
    static final int BODY = 8;

    static final int LEFT_PARENTHESIS = 10;
    static final int RIGHT_PARENTHESIS = 11;
    static final int LEFT_BRACE = 12;
    static final int RIGHT_BRACE = 13;
    static final int LEFT_BRACKET = 14;
    static final int RIGHT_BRACKET = 15;
    static final int SEMICOLON = 16;
    static final int COMMA = 17;
    static final int DOT = 18;
    static final int ELLIPSIS = 19;
    static final int AT = 20;
    static final int DOUBLE_COLON = 21;
    static final int ARROW = 22;
    static final int ASSIGN = 23;
    static final int GREATER = 24;
    static final int LESS = 25;
    static final int NOT = 26;
    static final int TILDE = 27;
    static final int QUESTION = 28;
    static final int COLON = 29;
    static final int EQUAL = 30;
    static final int LESS_EQUAL = 31;
    static final int GREATER_EQUAL = 32;
    static final int NOT_EQUAL = 33;
    static final int OR_OR = 34;
    static final int AND_AND = 35;
    static final int INCREMENT = 36;
    static final int DECREMENT = 37;
    static final int PLUS = 38;
    static final int MINUS = 39;
    static final int STAR = 40;
    static final int SLASH = 41;
    static final int AND = 42;
    static final int OR = 43;
    static final int XOR = 44;
    static final int REMAINDER = 45;
    static final int LEFT_SHIFT = 46;
    static final int PLUS_ASSIGN = 47;
    static final int MINUS_ASSIGN = 48;
    static final int STAR_ASSIGN = 49;
    static final int SLASH_ASSIGN = 50;
    static final int AND_ASSIGN = 51;
    static final int OR_ASSIGN = 52;
    static final int XOR_ASSIGN = 53;
    static final int REMAINDER_ASSIGN = 54;
    static final int LEFT_SHIFT_ASSIGN = 55;

    /** Keywords have the numbers from here on. */
    static final int FIRST_KEYWORD = 60;

    static final int ABSTRACT = 60;
    static final int ASSERT = 61;
    static final int BOOLEAN = 62;
    static final int BREAK = 63;
    static final int BYTE = 64;
    static final int CASE = 65;
    static final int CATCH = 66;
    static final int CHAR = 67;
    static final int CLASS = 68;
    static final int CONTINUE = 69;
    static final int DEFAULT = 70;
    static final int DO = 71;
    static final int DOUBLE = 72;
    static final int ELSE = 73;
    static final int ENUM = 74;
    static final int EXTENDS = 75;
    static final int FALSE = 76;
    static final int FINAL = 77;
    static final int FINALLY = 78;
    static final int FLOAT = 79;
    static final int FOR = 80;
    static final int IF = 81;
    static final int IMPLEMENTS = 82;
    static final int IMPORT = 83;
    static final int INSTANCEOF = 84;
    static final int INT = 85;
    static final int INTERFACE = 86;
    static final int LONG_TYPE = 87;
    static final int NATIVE = 88;
    static final int NEW = 89;
    static final int NULL = 90;
    static final int PACKAGE = 91;
    static final int PRIVATE = 92;
    static final int PROTECTED = 93;
    static final int PUBLIC = 94;
    static final int RETURN = 95;
    static final int SHORT = 96;
    static final int STATIC = 97;
    static final int STRICTFP = 98;
    static final int SUPER = 99;
    static final int SWITCH = 100;
    static final int SYNCHRONIZED = 101;
    static final int THIS = 102;
    static final int THROW = 103;
    static final int THROWS = 104;
    static final int TRANSIENT = 105;
    static final int TRUE = 106;
    static final int TRY = 107;
    static final int VOID = 108;
    static final int VOLATILE = 109;
    static final int WHILE = 110;
    /** Words that may not be used. */
    static final int RESERVED = 111;

    /** The keywords by their text, in the order of their numbers. */
    static final Map<String, Integer> KEYWORDS = keywords();

    private Token() {}

    private static Map<String, Integer> keywords() {
        List<String> words = JavaKeywords.RESERVED;
        Map<String, Integer> keywords = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            keywords.put(words.get(i), FIRST_KEYWORD + i);
        }
        keywords.put("goto", RESERVED);
        keywords.put("const", RESERVED);
        keywords.put("_", RESERVED);
        return keywords;
    }
}
