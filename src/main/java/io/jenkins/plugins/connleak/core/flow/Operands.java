package io.jenkins.plugins.connleak.core.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * The registers that an operation reads and writes.
 *
 * @param written the register written; -1 if none
 * @param read the registers read; may hold -1
 */
public record Operands(int written, List<Integer> read) {
    public Operands {
        read = List.copyOf(read);
    }

    /** The register that an operation writes; -1 if none. */
    public static int writtenBy(Op op) {
        if (op instanceof Op.Invoke invoke) {
            return invoke.target();
        }
        if (op instanceof Op.Copy copy) {
            return copy.target();
        }
        return op instanceof Op.Nop || op instanceof Op.Return ? -1 : of(op).written();
    }

    /** Of that operation. */
    public static Operands of(Op op) {
        if (op instanceof Op.Copy copy) {
            return new Operands(copy.target(), List.of(copy.source()));
        }
        if (op instanceof Op.Declare declare) {
            return new Operands(declare.target(), List.of());
        }
        if (op instanceof Op.Constant constant) {
            return new Operands(constant.target(), List.of());
        }
        if (op instanceof Op.Invoke invoke) {
            List<Integer> read = new ArrayList<>(invoke.arguments());
            read.add(invoke.receiver());
            return new Operands(invoke.target(), read);
        }
        if (op instanceof Op.Closure closure) {
            List<Integer> read = new ArrayList<>(closure.captured());
            read.add(closure.target());
            return new Operands(closure.target(), read);
        }
        return ofMemory(op);
    }

    private static Operands ofMemory(Op op) {
        if (op instanceof Op.Load load) {
            return new Operands(load.target(), List.of(load.base()));
        }
        if (op instanceof Op.Store store) {
            return new Operands(-1, List.of(store.base(), store.source()));
        }
        if (op instanceof Op.NewArray array) {
            return new Operands(array.target(), array.elements());
        }
        if (op instanceof Op.ArrayStore store) {
            return new Operands(-1, List.of(store.array(), store.source()));
        }
        if (op instanceof Op.Element element) {
            return new Operands(element.target(), List.of(element.container()));
        }
        if (op instanceof Op.Caught caught) {
            return new Operands(caught.target(), List.of());
        }
        if (op instanceof Op.Return result) {
            return new Operands(-1, List.of(result.source()));
        }
        if (op instanceof Op.Throw thrown) {
            return new Operands(-1, List.of(thrown.source()));
        }
        return new Operands(-1, List.of());
    }
}
