package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.model.Problem;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the analysis keeps of a file: its types, and the bodies in a compact form of their own. */
public final class LoweredFile {
    private final FileHeader header;
    private final List<TypeModel> types;
    private final Supplier<HouseLines> house;
    private final List<Problem> problems;

    LoweredFile(FileHeader header, List<TypeModel> types, HouseLines house, List<Problem> problems) {
        this(header, types, () -> house, problems);
    }

    /** A file whose lines are looked at by the team's patterns when they are asked for. */
    LoweredFile(FileHeader header, List<TypeModel> types, Supplier<HouseLines> house, List<Problem> problems) {
        this.header = header;
        this.types = List.copyOf(types);
        this.house = house;
        this.problems = List.copyOf(problems);
    }

    /** The file, relative to the scanned root. */
    public String path() {
        return header.path();
    }

    FileHeader header() {
        return header;
    }

    /** All types, nested and anonymous ones as well, in the order of the text. */
    List<TypeModel> types() {
        return types;
    }

    /** All methods with a body, in the order of the text. */
    Stream<MethodModel> bodies() {
        return types.stream().flatMap(type -> type.methods().stream()).filter(MethodModel::hasBody);
    }

    HouseLines house() {
        return house.get();
    }

    /** Bodies that were given up. */
    List<Problem> problems() {
        return problems;
    }
}
