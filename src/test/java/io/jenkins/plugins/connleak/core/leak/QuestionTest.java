package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.leak.MethodSummary.Duties;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ParameterEffect;
import io.jenkins.plugins.connleak.core.leak.Question.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a question has to be answered again, and which of several is to be answered first. */
class QuestionTest {
    private final MethodModel method = new MethodModel(
            new TypeModel(new FileHeader("A.java", "", List.of()), "A", null, List.of()),
            new Signature("m", List.of("Connection", "int"), "", List.of(), "m(Connection,int)"),
            Set.of(),
            Optional.empty());
    private final Questions questions = new Questions();
    private final Question first = questions.of(method, Part.DUTIES);
    private final Question second = questions.of(method, Part.RESULT);
    private final Question third = questions.ofParameter(method, 1);

    @Test
    void isRaisedOnce() {
        assertThat(first.raise()).isTrue();
        assertThat(first.raise()).isFalse();
        assertThat(second.raise()).isTrue();
    }

    @Test
    void waitsForTheStaleOnesThatItRestsOn() {
        first.restsOn(first.asks(Set.of(second, third, first)));
        assertThat(first.isRipe()).isTrue();

        assertThat(second.expire()).isTrue();
        assertThat(second.expire()).isFalse();
        assertThat(third.expire()).isTrue();
        assertThat(first.isRipe()).isFalse();
        second.renew();
        assertThat(first.isRipe()).isFalse();
        third.renew();
        third.renew();
        assertThat(first.isRipe()).isTrue();
        assertThat(third.isStale()).isFalse();
    }

    @Test
    void doesNotWaitForItself() {
        first.restsOn(first.asks(Set.of(first)));
        assertThat(first.expire()).isTrue();
        assertThat(first.isStale()).isTrue();
        assertThat(first.isRipe()).isTrue();
        first.renew();
        assertThat(first.isRipe()).isTrue();
    }

    @Test
    void waitsForWhatWasStaleWhenItCameToRestOnIt() {
        second.expire();
        first.restsOn(first.asks(Set.of(second)));
        first.restsOn(first.asks(Set.of(second, third)));

        assertThat(first.isRipe()).isFalse();
        assertThat(first.asked()).containsExactlyInAnyOrder(second, third);
        assertThat(second.readers()).containsExactly(first);
        second.renew();
        assertThat(first.isRipe()).isTrue();
    }

    @Test
    void asksOnceForWhatSeveralAnswersAskFor() {
        assertThat(first.asks(Set.of())).isEmpty();
        assertThat(first.asks(Set.of(second))).containsExactly(second);
        assertThat(first.asks(Set.of(second, third))).containsExactly(third);
        assertThat(first.asked()).containsExactlyInAnyOrder(second, third);
        assertThat(second.readers()).isEmpty();
    }

    @Test
    void knowsHowOftenItWasAnswered() {
        assertThat(first.isOpen()).isTrue();
        assertThat(first.isPreset()).isFalse();
        first.answer(Duties.NONE);
        first.answer(Duties.OWES);
        assertThat(first.answers()).isEqualTo(2);
        assertThat(first.isOpen()).isFalse();
        assertThat(first.isPreset()).isFalse();
    }

    @Test
    void isPresetUntilItIsAnsweredAnew() {
        third.preset(ParameterEffect.CLOSED);

        assertThat(third.isPreset()).isTrue();
        assertThat(third.raise()).isFalse();
        assertThat(questions.answered()).containsExactly(third);
        third.answer(ParameterEffect.LENT);
        assertThat(third.isPreset()).isFalse();
    }

    @Test
    void tellsWhatIsKnownOfAMethodWithoutAsking() {
        assertThat(new Questions().answer(method, Part.DUTIES)).isNull();
        first.answer(Duties.OWES);
        assertThat(questions.answer(method, Part.DUTIES)).isEqualTo(Duties.OWES);
        assertThat(questions.answer(method, Part.RESULT)).isNull();
        assertThat(questions.of(method, Part.PARAMETER, 1)).isSameAs(third);
        assertThat(questions.of(method, Part.RESULT, 0)).isSameAs(second);
    }
}
