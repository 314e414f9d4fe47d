package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.spec.AcquisitionSpec;
import io.jenkins.plugins.connleak.core.spec.CallNames;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the getters of code that can't be seen apart: those that open something new from those that show what is there. */
final class UnseenGetters extends CallJudge {
    private static final String META_DATA = "java.sql.DatabaseMetaData";

    private static final Set<String> PROMISES = Set.of("Future", "CompletableFuture", "ListenableFuture", "Promise");

    /** What the only object of a class is called, which the class is to be asked for. */
    static final Pattern SINGLETON = Pattern.compile("(?i)_?(get|the)?_?(instance|self|default)?");

    /** What goes on to the next row. */
    private static final Set<String> NEXT =
            Set.of("next", "moveToNext", "tryNext", "nextElement", "fetchInto", "fetch");

    private final CallResults results;

    UnseenGetters(CallJudge body, CallResults results) {
        super(body);
        this.results = results;
    }

    /** Whether a call that is not named for opening opens something of that kind all the same. */
    boolean isOpening(Op.Invoke invoke, ResourceKind kind) {
        return isSource(invoke, kind)
                || isAskedOfDatabase(invoke, kind)
                || isReadToItsEnd(invoke, kind)
                || origin(invoke, kind).isPresent()
                || isOfOpened(invoke)
                || isPromised(invoke)
                || isClosedNearBy(invoke);
    }

    /** Whether other bodies of the class close what the same call returns. */
    boolean isClosedNearBy(Op.Invoke invoke) {
        return !ElementAccess.isNamedSo(invoke.callee().name())
                && workspace.siblings(method.owner()).close(invoke, method, graph);
    }

    /**
     * What the catalog says of a method of that name which opens something of that type, for a call on something whose
     * type is not known. A getter without arguments may as well show what is there, unless what it is called on comes
     * from a call that is named after the type which opens it.
     */
    Optional<AcquisitionSpec> namesake(Op.Invoke invoke, String type) {
        String name = invoke.callee().name();
        boolean isGetter = name.startsWith("get") && invoke.arguments().isEmpty() && !name.equals("getResource");
        String erased = TypeNames.erase(type);
        if (invoke.callee().kind() != Callee.Kind.VIRTUAL
                || (isGetter && !isOfNamesake(invoke, erased))
                || name.equals("getConnection")) {
            return Optional.empty();
        }
        return workspace.catalog().opening(name).stream()
                .filter(spec -> spec.type().equals(erased))
                .findFirst();
    }

    /** Whether a getter is called on what another one returns that is called after a type beside the opened one, which opens it. */
    private boolean isOfNamesake(Op.Invoke invoke, String opened) {
        String name = nameOf(invoke.receiver());
        if (!name.startsWith("get") || opened.indexOf('.') < 0) {
            return false;
        }
        String owner = opened.substring(0, opened.lastIndexOf('.') + 1) + name.substring("get".length());
        return workspace
                .catalog()
                .type(owner)
                .filter(type -> type.name().equals(owner)
                        && type.methods().acquire().containsKey(invoke.callee().name()))
                .isPresent();
    }

    /** Whether a call shows an element of a collection that stays in it. */
    boolean showsElement(Op.Invoke invoke) {
        return switch (invoke.callee().name()) {
            case "next", "nextElement", "getKey", "getValue" -> true;
            case "get", "peek", "element", "getFirst", "getLast" ->
                named(CallNames.Group.QUIET_TYPES, TypeNames.erase(types.ownerType(invoke)));
            default -> false;
        };
    }

    /** Whether a getter is one that hands out something new: of a pool, a factory or a helper class. */
    private boolean isSource(Op.Invoke invoke, ResourceKind kind) {
        if (kind != ResourceKind.CONNECTION || !invoke.callee().name().startsWith("get")) {
            return false;
        }
        if (invoke.callee().kind() == Callee.Kind.STATIC) {
            return true;
        }
        boolean isSupplier =
                invoke.callee().name().equals("get") && !types.visible(invoke).isEmpty();
        if (invoke.callee().kind() != Callee.Kind.VIRTUAL || isSupplier) {
            // whoever implements a supplier of the house may as well lend
            return false;
        }
        String type = TypeNames.simple(types.ownerType(invoke));
        return named(CallNames.Group.SOURCES, type.isEmpty() ? nameOf(invoke.receiver()) : type);
    }

    /**
     * Whether a cursor of Android, or rows for something given, come from an object that is called after a database, as
     * {@code db.getNotes()} does. What hands out the one cursor that it shows is asked for just that.
     */
    private boolean isAskedOfDatabase(Op.Invoke invoke, ResourceKind kind) {
        boolean isQuestion =
                switch (kind) {
                    case CURSOR ->
                        types.isOfAndroid() && !invoke.callee().name().equals("getCursor");
                    case RESULT_SET -> !invoke.arguments().isEmpty();
                    default -> false;
                };
        if (!isQuestion || invoke.callee().kind() != Callee.Kind.VIRTUAL) {
            return false;
        }
        return named(CallNames.Group.DATABASES, TypeNames.simple(types.ownerType(invoke)))
                || named(CallNames.Group.DATABASES, nameOf(invoke.receiver()));
    }

    /**
     * What a register is called, or what it comes from: {@code getDataSource()} gets a data source, {@code plugin.pool}
     * is a pool, and {@code Pool.getInstance()} is one too.
     */
    private String nameOf(int register) {
        String name = graph.registers().get(register).name();
        return name.isEmpty()
                ? types.definitions(register).stream()
                        .map(UnseenGetters::nameOf)
                        .filter(origin -> !origin.isEmpty())
                        .findFirst()
                        .orElse("")
                : name;
    }

    private static String nameOf(Op origin) {
        if (origin instanceof Op.Load load) {
            return load.base() < 0 && SINGLETON.matcher(load.name()).matches()
                    ? TypeNames.simple(load.scope())
                    : load.name();
        }
        if (!(origin instanceof Op.Invoke call)) {
            return "";
        }
        Callee callee = call.callee();
        return callee.kind() == Callee.Kind.STATIC
                        && SINGLETON.matcher(callee.name()).matches()
                ? TypeNames.simple(callee.scope())
                : callee.name();
    }

    /**
     * The argument that a call opens a statement or rows from: rows from a statement, or either from a connection.
     *
     * @param kind what the call returns
     */
    OptionalInt origin(Op.Invoke invoke, ResourceKind kind) {
        if (kind == ResourceKind.STATEMENT || kind == ResourceKind.RESULT_SET) {
            for (int i = 0; i < invoke.arguments().size(); i++) {
                if (isOrigin(types.of(invoke.arguments().get(i)), kind)) {
                    return OptionalInt.of(i);
                }
            }
        }
        return OptionalInt.empty();
    }

    private boolean isOrigin(String type, ResourceKind kind) {
        Optional<ResourceKind> given = kindOf(type);
        return given.isPresent()
                ? given.get() == ResourceKind.CONNECTION
                        || (given.get() == ResourceKind.STATEMENT && kind == ResourceKind.RESULT_SET)
                : kind == ResourceKind.RESULT_SET && TypeNames.erase(type).equals(META_DATA);
    }

    /** Whether the body reads all rows that a call answers what it is given with: nobody else has any use for them then. */
    private boolean isReadToItsEnd(Op.Invoke invoke, ResourceKind kind) {
        if (invoke.arguments().isEmpty() || (kind != ResourceKind.CURSOR && kind != ResourceKind.RESULT_SET)) {
            return false;
        }
        List<Integer> receivers = results.receivers(invoke);
        return results.callsOn(invoke).stream().anyMatch(NEXT::contains)
                || graph.nodes().stream()
                        .anyMatch(node ->
                                node.op() instanceof Op.Element element && receivers.contains(element.container()));
    }

    /** Whether a getter is called on the spot on what an opening call returned, so that nobody else can close it. */
    private boolean isOfOpened(Op.Invoke invoke) {
        return invoke.receiver() >= 0
                && !graph.registers().get(invoke.receiver()).isNamed()
                && types.definitions(invoke.receiver()).stream()
                        .anyMatch(op -> op instanceof Op.Invoke opener
                                && opener.callee().kind() != Callee.Kind.CONSTRUCTOR
                                && opener.callee().name().startsWith("open"));
    }

    /** Whether a call waits for what another call in the body has promised to open. */
    private boolean isPromised(Op.Invoke invoke) {
        boolean waits =
                switch (invoke.callee().name()) {
                    case "get", "join", "resultNow" -> true;
                    default -> false;
                };
        return waits
                && invoke.receiver() >= 0
                && PROMISES.contains(TypeNames.simple(TypeNames.erase(types.ownerType(invoke))))
                && types.definitions(invoke.receiver()).stream().anyMatch(this::isOpener);
    }

    private boolean isOpener(Op op) {
        if (op instanceof Op.Copy copy) {
            return types.definitions(copy.source()).stream()
                    .anyMatch(source -> source instanceof Op.Invoke && isOpener(source));
        }
        return op instanceof Op.Invoke opener
                && opener.callee().kind() == Callee.Kind.VIRTUAL
                && types.visible(opener).isEmpty()
                && (ownerSpec(opener).isPresent()
                        || named(CallNames.Group.OPENING, opener.callee().name()));
    }
}
