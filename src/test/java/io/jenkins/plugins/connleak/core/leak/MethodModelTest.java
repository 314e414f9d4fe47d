package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MethodModelTest {
    @Test
    void isForOthersWithoutABodyWhereItsOwnFails() {
        TypeModel owner = new TypeModel(new FileHeader("A.java", "", List.of()), "A", null, List.of());
        MethodBody body = MethodBody.later(1, Set::of, () -> {
            throw new IllegalStateException("an error of its own");
        });
        MethodModel method = new MethodModel(
                owner, new Signature("m", List.of(), "void", List.of(), "m()"), Set.of(), Optional.of(body));

        assertThat(method.hasBody()).isTrue();
        assertThat(method.graph()).isEmpty();
        assertThat(method.returnsThis()).isFalse();
    }
}
