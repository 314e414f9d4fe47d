package io.jenkins.plugins.connleak.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.type.UnknownType;
import com.github.javaparser.ast.visitor.NoCommentEqualsVisitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A body that is read when it is asked for has to be what it is in the tree of the whole file. {@code
 * -Dconnleak.trees=FOLDER,FOLDER} holds whole trees against it as well.
 */
class UnreadBodyTest {
    private final JavaSourceParser whole = new JavaSourceParser();
    private final JavaSourceParser around = JavaSourceParser.around(new BodyReader());

    static Stream<Path> trees() {
        Stream<String> own = Stream.of("src/main/java", "src/test/java", "src/test/resources/corpus", "samples");
        return Stream.concat(
                        own, Stream.of(System.getProperty("connleak.trees", "").split(",")))
                .filter(tree -> !tree.isEmpty())
                .map(Path::of);
    }

    @ParameterizedTest
    @MethodSource("trees")
    void readsBodiesAsTheyAreInTheWholeFile(Path tree) {
        int[] unread = new int[1];
        List<String> different = new ArrayList<>();
        for (Path file : javaFiles(tree)) {
            SourceFile source = new SourceFile(file.toString(), text(file));
            Optional<CompilationUnit> wanted = whole.parse(source).file().map(ParsedFile::unit);
            if (wanted.isPresent()) {
                CompilationUnit made = around.parse(source).file().orElseThrow().unit();
                unread[0] += fill(made);
                if (!NoCommentEqualsVisitor.equals(made, wanted.get()) || !isSamePlace(made, wanted.get())) {
                    different.add(file.toString());
                }
            }
        }

        assertThat(different).isEmpty();
        assertThat(unread[0]).isPositive();
    }

    /** Puts the bodies in; returns how many there were. */
    private static int fill(CompilationUnit unit) {
        List<BlockStmt> skipped =
                unit.findAll(BlockStmt.class, block -> UnreadBody.of(block).isPresent());
        for (BlockStmt block : skipped) {
            UnreadBody body = UnreadBody.of(block).orElseThrow();
            BlockStmt read = body.read();
            assertThat(read.getRange()).isEqualTo(block.getRange());
            assertThat(body.line()).isEqualTo(read.getBegin().orElseThrow().line);
            assertThat(makesTypesOrBodies(read)).isFalse();
            Set<String> words = new HashSet<>(body.words());
            read.findAll(SimpleName.class).forEach(name -> assertThat(words).contains(name.getIdentifier()));
            block.replace(read);
        }
        return skipped.size();
    }

    private static boolean makesTypesOrBodies(BlockStmt block) {
        return block.findFirst(LambdaExpr.class).isPresent()
                || block.findFirst(ClassOrInterfaceDeclaration.class).isPresent()
                || block.findFirst(ObjectCreationExpr.class, creation -> creation.getAnonymousClassBody()
                                .isPresent())
                        .isPresent();
    }

    private static boolean isSamePlace(Node made, Node wanted) {
        // the two parsers differ in where a file begins, and in types that are not written
        boolean hasPlace = !(wanted instanceof CompilationUnit) && !(wanted instanceof UnknownType);
        if (hasPlace && !made.getRange().equals(wanted.getRange())) {
            return false;
        }
        List<Node> children = made.getChildNodes();
        List<Node> others = wanted.getChildNodes();
        if (children.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < children.size(); i++) {
            if (!isSamePlace(children.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
