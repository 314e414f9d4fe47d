package io.jenkins.plugins.connleak.core.leak;

/**
 * What is asked of one method: each is answered by itself, since most callers need to know one thing only.
 *
 * @param method the method
 * @param part which of the things
 * @param parameter the parameter's index where it is about one; else 0
 */
record Question(MethodModel method, Part part, int parameter) {
    /** What can be asked. */
    enum Part {
        /** How it throws. */
        THROWING,
        /** What it returns. */
        RESULT,
        /** What it does to fields. */
        FIELDS,
        /** What becomes of a parameter. */
        PARAMETER,
        /** What it owes itself. */
        DUTIES
    }

    Question(MethodModel method, Part part) {
        this(method, part, 0);
    }
}
