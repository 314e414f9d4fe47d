package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.PackageDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.stmt.BlockStmt;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Java that people write, several times as fast as a parser that is generated from the whole grammar, and
 * makes the same tree of it: a syntax tree of JavaParser with the same places, only without the tokens and comments.
 * What is rare (annotations inside of types, patterns that take records apart, sealed classes, modules) and what is no
 * Java it refuses, and the thorough parser has to look. One thread's own.
 */
final class QuickParser {
    private final Lexer lexer = new Lexer();
    private final Tokens tokens = lexer.tokens;
    final TokenCursor cursor = new TokenCursor(tokens);
    final TypeParser types = new TypeParser(cursor);
    final ExpressionParser expressions = new ExpressionParser(this);
    final PrimaryParser primaries = new PrimaryParser(this);
    final StatementParser statements = new StatementParser(this);
    final SwitchParser switches = new SwitchParser(this);
    final DeclarationParser declarations = new DeclarationParser(this);

    /**
     * The syntax tree of a text.
     *
     * @throws UnusualSourceException if the thorough parser has to look
     */
    CompilationUnit parse(String text) {
        lexer.read(text);
        return unit();
    }

    /**
     * The syntax tree of a file in which bodies are empty blocks: what they stand for is told by {@link UnreadBody#of}.
     *
     * @throws UnusualSourceException if the thorough parser has to look
     */
    CompilationUnit parseAround(SourceFile source, BodyReader reader) {
        lexer.readAround(source, reader);
        return unit();
    }

    /**
     * The syntax tree of a body that was skipped.
     *
     * @throws UnusualSourceException if the thorough parser has to look
     */
    BlockStmt body(UnreadBody body) {
        lexer.read(body);
        cursor.next = 0;
        BlockStmt block = statements.block();
        cursor.expect(Token.END);
        return block;
    }

    private CompilationUnit unit() {
        cursor.next = 0;
        PackageDeclaration packageDeclaration = packageDeclaration();
        NodeList<ImportDeclaration> imports = new NodeList<>();
        while (cursor.is(Token.IMPORT)) {
            imports.add(importDeclaration());
            skipSemicolons();
        }
        NodeList<TypeDeclaration<?>> all = new NodeList<>();
        while (!cursor.is(Token.END)) {
            int first = cursor.next;
            Modifiers before = declarations.modifiers();
            if (!declarations.isType()) {
                throw cursor.unusual();
            }
            all.add(declarations.type(first, before));
            skipSemicolons();
        }
        if (tokens.count() == 1) {
            throw cursor.unusual();
        }
        return cursor.from(0, new CompilationUnit(null, packageDeclaration, imports, all, null));
    }

    private void skipSemicolons() {
        while (cursor.accept(Token.SEMICOLON)) {
            // a stray one is allowed
        }
    }

    private @Nullable PackageDeclaration packageDeclaration() {
        int first = cursor.next;
        if (!cursor.accept(Token.PACKAGE)) {
            return null;
        }
        Name name = cursor.qualifiedName();
        cursor.expect(Token.SEMICOLON);
        PackageDeclaration declaration = cursor.from(first, new PackageDeclaration(null, new NodeList<>(), name));
        skipSemicolons();
        return declaration;
    }

    private ImportDeclaration importDeclaration() {
        int first = cursor.next;
        cursor.expect(Token.IMPORT);
        boolean isStatic = cursor.accept(Token.STATIC);
        Name name = cursor.qualifiedName();
        boolean isStar = cursor.accept(Token.DOT);
        if (isStar) {
            cursor.expect(Token.STAR);
        }
        cursor.expect(Token.SEMICOLON);
        return cursor.from(first, new ImportDeclaration(null, name, isStatic, isStar, false));
    }
}
