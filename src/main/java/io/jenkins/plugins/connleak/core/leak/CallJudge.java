package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.spec.AcquisitionSpec;
import io.jenkins.plugins.connleak.core.spec.CallNames;
import io.jenkins.plugins.connleak.core.spec.TypeSpec;
import java.util.Comparator;
import java.util.Optional;

/** What all who judge the calls of one body look at. */
abstract class CallJudge {
    final Workspace workspace;
    final SummaryTable summaries;
    final MethodModel method;
    final FlowGraph graph;
    final RegisterTypes types;
    final HouseLines house;
    final RegisterUses uses;
    final BodyShapes.Shape shape;

    CallJudge(Workspace workspace, SummaryTable summaries, MethodModel method, BodyShapes.Shape shape) {
        this.workspace = workspace;
        this.summaries = summaries;
        this.method = method;
        this.shape = shape;
        this.graph = shape.graph();
        this.types = shape.types();
        this.house = workspace.fileOf(method.owner()).house();
        this.uses = shape.uses();
    }

    /** Looks at the same body as another. */
    CallJudge(CallJudge other) {
        this.workspace = other.workspace;
        this.summaries = other.summaries;
        this.method = other.method;
        this.shape = other.shape;
        this.graph = other.graph;
        this.types = other.types;
        this.house = other.house;
        this.uses = other.uses;
    }

    /** The static types of the body's registers. */
    final RegisterTypes types() {
        return types;
    }

    final boolean named(CallNames.Group group, String name) {
        return workspace.named(group, name);
    }

    /** What the catalog knows of the type on which a method is looked up. */
    final Optional<TypeSpec> ownerSpec(Op.Invoke invoke) {
        String owner = types.ownerType(invoke);
        return owner.isEmpty() ? Optional.empty() : workspace.spec(owner);
    }

    final Optional<ResourceKind> kindOf(String type) {
        return type.isEmpty() || TypeNames.isArray(type)
                ? Optional.empty()
                : workspace.spec(type).flatMap(TypeSpec::kind);
    }

    /** Whether a team's catalog has an entry for a type. */
    final boolean isOfTeam(TypeSpec type) {
        return workspace.catalog().isOfTeam(type.name());
    }

    /** Whether the object that a method is called on is closed where the method fails, or says that there is no more in it. */
    final boolean endsWithFailure(Op.Invoke invoke) {
        return ownerSpec(invoke)
                .filter(spec -> workspace
                        .catalog()
                        .is(spec, TypeSpec.Role.ENDS, invoke.callee().name()))
                .isPresent();
    }

    /** What the catalog says that a method does to what it is given. */
    final Optional<TypeSpec.Role> argumentRole(Op.Invoke invoke) {
        return ownerSpec(invoke).flatMap(owner -> TypeSpec.Role.OF_ARGUMENTS.stream()
                .filter(role -> workspace.catalog().is(owner, role, catalogKey(invoke)))
                .min(Comparator.naturalOrder()));
    }

    /** What the catalog says that a method opens. */
    final Optional<AcquisitionSpec> acquisition(TypeSpec owner, String key) {
        return workspace
                .catalog()
                .inherited(
                        owner,
                        type -> Optional.ofNullable(type.methods().acquire().get(key)));
    }

    /** What a method is called in a catalog. */
    static String catalogKey(Op.Invoke invoke) {
        return invoke.callee().kind() == Callee.Kind.CONSTRUCTOR
                ? "new"
                : invoke.callee().name();
    }
}
