package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.leak.MethodModel.Trait;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.source.UnreadBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What is kept of a file between two scans: all that other files can see of it, without its bodies.
 *
 * @param header its path, package and imports
 * @param types all its types, outer ones before inner ones
 * @param problems bodies that were given up when it was lowered
 */
record FileOutline(FileHeader header, List<Type> types, List<Problem> problems) {
    /**
     * A type.
     *
     * @param head how names are resolved through it
     * @param fields its fields by their names
     * @param standIns fields that a test fills with a mock
     * @param methods its methods, lambdas among them
     * @param comparesBodies whether what one of its bodies means was told by what the others do
     */
    record Type(
            Head head,
            Map<String, TypeModel.Field> fields,
            Set<String> standIns,
            List<Method> methods,
            boolean comparesBodies) {
        String name() {
            return head.name();
        }

        /** Whether it has no name that other code could use. */
        boolean isAnonymous() {
            return name().indexOf('$') >= 0;
        }
    }

    /**
     * What a type's declaration begins with.
     *
     * @param name nested names joined by a dot
     * @param outer index of the type around it; -1 if there is none
     * @param supertypes as written
     * @param parameters names of its own type parameters
     * @param arguments what its supertypes are given, by their names
     * @param bounds bounds of type parameters by their names
     */
    record Head(
            String name,
            int outer,
            List<String> supertypes,
            List<String> parameters,
            Map<String, List<String>> arguments,
            Map<String, String> bounds) {
        /** Whether names mean the same through both; where in the file the type around it stands does not count. */
        boolean isLike(Head other) {
            return name.equals(other.name)
                    && supertypes.equals(other.supertypes)
                    && parameters.equals(other.parameters)
                    && arguments.equals(other.arguments)
                    && bounds.equals(other.bounds);
        }
    }

    /**
     * A method.
     *
     * @param signature its signature
     * @param traits what its declaration says besides
     * @param line the line its body begins in; -1 without a body
     * @param returnsThis whether it hands out the object that it is called on; empty if nobody wanted to know
     * @param words numbers of the names that the body mentions, in a list that all files share
     * @param mark tells the text of declaration and body from others; 0 if it is not known
     */
    record Method(
            Signature signature, Set<Trait> traits, int line, Optional<Boolean> returnsThis, int[] words, long mark) {
        boolean hasBody() {
            return line >= 0;
        }
    }

    /**
     * The outline of a file.
     *
     * @param numbers gives each name a number
     * @param comparesBodies whether what a body of a type means was told by what the others do
     */
    static FileOutline of(LoweredFile file, ToIntFunction<String> numbers, Predicate<TypeModel> comparesBodies) {
        Map<MethodModel, Long> marks = marks(file);
        Map<TypeModel, Integer> index = new IdentityHashMap<>();
        List<Type> types = new ArrayList<>();
        for (TypeModel type : file.types()) {
            index.put(type, types.size());
            Head head = new Head(
                    type.name(),
                    type.outer() == null ? -1 : index.getOrDefault(type.outer(), -1),
                    type.supertypes(),
                    type.parameters(),
                    type.arguments(),
                    type.bounds());
            types.add(new Type(
                    head,
                    type.fields(),
                    type.standIns(),
                    type.methods().stream()
                            .map(method -> of(method, numbers, marks.getOrDefault(method, 0L)))
                            .toList(),
                    comparesBodies.test(type)));
        }
        return new FileOutline(file.header(), types, file.problems());
    }

    /** What tells the bodies that the parser has skipped from others. */
    private static Map<MethodModel, Long> marks(LoweredFile file) {
        Map<UnreadBody, MethodModel> skipped = new TreeMap<>(UnreadBody.inOrder());
        file.bodies()
                .forEach(method ->
                        method.body().flatMap(MethodBody::unread).ifPresent(unread -> skipped.put(unread, method)));
        Map<MethodModel, Long> marks = new IdentityHashMap<>();
        UnreadBody previous = null;
        for (Map.Entry<UnreadBody, MethodModel> each : skipped.entrySet()) {
            marks.put(each.getValue(), each.getKey().mark(previous));
            previous = each.getKey();
        }
        return marks;
    }

    private static Method of(MethodModel method, ToIntFunction<String> numbers, long mark) {
        return new Method(
                method.signature(),
                method.traits(),
                method.body().map(MethodBody::line).orElse(-1),
                method.knownReturnsThis(),
                method.body()
                        .map(body ->
                                body.words().stream().mapToInt(numbers).sorted().toArray())
                        .orElseGet(() -> new int[0]),
                mark);
    }

    /** What is in one of its types again; bodies are made from the source when they are asked for first. */
    TypeModel.Content content(int type, TypeModel model, Supplier<LoweredFile> source, IntFunction<String> names) {
        Type kept = types.get(type);
        TypeModel.Content content = new TypeModel.Content();
        content.parameters().addAll(kept.head().parameters());
        content.arguments().putAll(kept.head().arguments());
        content.bounds().putAll(kept.head().bounds());
        content.fields().putAll(kept.fields());
        content.standIns().addAll(kept.standIns());
        for (Method method : kept.methods()) {
            int index = content.methods().size();
            Optional<MethodBody> body = method.hasBody()
                    ? Optional.of(MethodBody.later(
                            method.line(), () -> words(method, names), () -> graph(source.get(), type, index)))
                    : Optional.empty();
            MethodModel restored = new MethodModel(model, method.signature(), method.traits(), body);
            method.returnsThis().ifPresent(restored::knownToReturnThis);
            content.methods().add(restored);
        }
        return content;
    }

    private static FlowGraph graph(LoweredFile file, int type, int method) {
        return file.types().get(type).methods().get(method).body().orElseThrow().graph();
    }

    /** Whether a file has the types and methods that this one has. */
    boolean isOf(LoweredFile file) {
        if (file.types().size() != types.size()) {
            return false;
        }
        for (int i = 0; i < types.size(); i++) {
            List<Signature> kept =
                    types.get(i).methods().stream().map(Method::signature).toList();
            List<Signature> found = file.types().get(i).methods().stream()
                    .map(MethodModel::signature)
                    .toList();
            if (!kept.equals(found)) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> words(Method method, IntFunction<String> names) {
        Set<String> words = new HashSet<>();
        for (int number : method.words()) {
            words.add(names.apply(number));
        }
        return words;
    }
}
