package io.jenkins.plugins.connleak.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.model.StackFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackFramesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at com.example.A.run(A.java:3)|com.example.A.run(A.java:3)",
                "at java.base/java.lang.Thread.run(Thread.java:840)|java.lang.Thread.run(Thread.java:840)",
                "at java.base@17.0.15/java.lang.Thread.run(Thread.java:840)|java.lang.Thread.run(Thread.java:840)",
                "at app//com.example.A.run(A.java:3) ~[app.jar:1.0]|com.example.A.run(A.java:3)",
                "at deployment.shop.war//com.example.A.run(A.java:3)|com.example.A.run(A.java:3)",
                "at com.example.A$$SpringCGLIB$$0.run(<generated>)|com.example.A.run(<generated>)",
                "at com.example.A$$EnhancerBySpringCGLIB$$1a2b.run(<generated>)|com.example.A.run(<generated>)",
                "at com.example.A.<init>(A.java:3)|com.example.A.<init>(A.java:3)",
                "at com.example.A$B.lambda$run$0(A.java:3)|com.example.A$B.lambda$run$0(A.java:3)",
                "at com.example.A.run(Native Method)|com.example.A.run(Native Method)",
                "at com.example.K.run(K.kt:12)|com.example.K.run(K.kt:12)",
                "at com.example.A.run(A.java:99999999999)|com.example.A.run(A.java:99999999999)"
            })
    void readsFrames(String line, String frame) {
        assertThat(StackFrames.of("\t" + line)).map(StackFrame::text).contains(frame);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "at",
                "at ",
                "at nowhere",
                "at .(",
                "at a.b",
                "at a.b(",
                "at run(A.java:3)",
                "... 9 more",
                "Caused by: java.lang.Exception: at a.b(c)",
                "2026-11-21 at a.b(A.java:3)"
            })
    void takesNothingElseForAFrame(String line) {
        assertThat(StackFrames.of(line)).isEmpty();
    }

    @Test
    void takesLinesWithoutAtOnlyWithASourceFile() {
        assertThat(StackFrames.bare(" com.example.A.run(A.java:3)"))
                .map(StackFrame::line)
                .contains(3);
        assertThat(StackFrames.bare("com.example.A.run(something)")).isEmpty();
        assertThat(StackFrames.bare("Monitoring Statistics for (A.java:3)")).isEmpty();
    }

    @Test
    void tellsOwnCodeFromThatOfLibraries() {
        ForeignCode foreign = ForeignCode.load();
        assertThat(foreign.isOwn(frame("com.example.shop.OrderDao"))).isTrue();
        assertThat(foreign.isOwn(frame("org.postgres.My"))).isTrue();
        assertThat(foreign.isOwn(frame("javax2.My"))).isTrue();
        assertThat(foreign.isOwn(frame("Unnamed"))).isTrue();
        assertThat(foreign.isOwn(frame("java.lang.Thread"))).isFalse();
        assertThat(foreign.isOwn(frame("org.postgresql.Driver"))).isFalse();
        assertThat(foreign.isOwn(frame("org.apache.commons.dbcp2.BasicDataSource")))
                .isFalse();
        assertThat(foreign.isOwn(frame("com.zaxxer.hikari.HikariDataSource"))).isFalse();
        assertThat(foreign.isOwn(frame("com.example.$Proxy12"))).isFalse();
        assertThat(foreign.isOwn(frame("com.example.A$$Lambda$243/0x00007f34c018c8b0")))
                .isFalse();
    }

    private static StackFrame frame(String className) {
        return new StackFrame(className, "run", "X.java", 1);
    }
}
