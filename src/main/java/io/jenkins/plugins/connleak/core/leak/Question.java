package io.jenkins.plugins.connleak.core.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing asked of one method, what is known of it by now, and who rests on it: each is answered by itself, since most
 * callers need to know one thing only. There is one object for each, from {@link Questions}. Answers are changed between
 * rounds, by one thread; what it asks for is its own.
 */
final class Question {
    /** What can be asked. */
    enum Part {
        /** How it throws. */
        THROWING,
        /** What it returns. */
        RESULT,
        /** What it does to fields. */
        FIELDS,
        /** What it owes itself. */
        DUTIES,
        /** Whether resources go through it. */
        HANDLING,
        /** What it closes itself of what it gives to other methods of its file. */
        CARE,
        /** What becomes of a parameter. */
        PARAMETER
    }

    private final MethodModel method;
    private final Part part;
    private final int parameter;
    private final List<Question> readers = new ArrayList<>(2);
    private Set<Question> asked = Set.of();
    private @Nullable MethodSummary answer;
    private int answers;
    private boolean isRaised;
    private boolean isStale;
    private int staleAsked;

    Question(MethodModel method, Part part, int parameter) {
        this.method = method;
        this.part = part;
        this.parameter = parameter;
    }

    MethodModel method() {
        return method;
    }

    Part part() {
        return part;
    }

    /** The parameter's index where it is about one; else 0. */
    int parameter() {
        return parameter;
    }

    /** What is known by now; null as long as it is open. */
    @Nullable
    MethodSummary answer() {
        return answer;
    }

    boolean isOpen() {
        return answer == null;
    }

    /** How often it was answered. */
    int answers() {
        return answers;
    }

    /** Takes note that somebody asks; says whether nobody did before. */
    boolean raise() {
        boolean isFirst = !isRaised;
        isRaised = true;
        return isFirst;
    }

    /** Takes note that what the answer rests on has changed; says whether that was known. */
    boolean expire() {
        if (isStale) {
            return false;
        }
        isStale = true;
        readers.forEach(reader -> reader.staleAsked += reader == this ? 0 : 1);
        return true;
    }

    /** It is answered anew. */
    void renew() {
        if (isStale) {
            isStale = false;
            readers.forEach(reader -> reader.staleAsked -= reader == this ? 0 : 1);
        }
    }

    boolean isStale() {
        return isStale;
    }

    /** Whether it rests on nothing else that has to be answered anew first. */
    boolean isRipe() {
        return staleAsked == 0;
    }

    /** Those whose answers rest on this one. */
    List<Question> readers() {
        return readers;
    }

    /**
     * Takes note of what an answer has asked for; returns what no earlier one had asked for. That is kept, which is more
     * than needed, and simple. By the thread that answers it; {@link #restsOn} has to follow.
     */
    List<Question> asks(Set<Question> more) {
        if (more.isEmpty()) {
            return List.of();
        }
        if (asked.isEmpty()) {
            asked = Collections.newSetFromMap(new IdentityHashMap<>(more.size()));
        }
        List<Question> news = new ArrayList<>(more.size());
        for (Question question : more) {
            if (asked.add(question)) {
                news.add(question);
            }
        }
        return news;
    }

    /** Takes its place among the readers of what it {@link #asks asked} for. */
    void restsOn(List<Question> news) {
        for (Question question : news) {
            question.readers.add(this);
            staleAsked += question.isStale && question != this ? 1 : 0;
        }
    }

    /** What its answers have asked for. */
    Set<Question> asked() {
        return Collections.unmodifiableSet(asked);
    }

    /** Takes an answer that was known before anybody asked. */
    void preset(MethodSummary known) {
        answer = known;
        isRaised = true;
    }

    /** Whether it has the answer that was known before, and nobody had to answer it anew. */
    boolean isPreset() {
        return answer != null && answers == 0;
    }

    /** Answers it. */
    void answer(MethodSummary newAnswer) {
        answer = newAnswer;
        answers++;
    }
}
