package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.flow.ExceptionMatch;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which handlers take which exceptions. */
class ExceptionTypesTest {
    private final ExceptionTypes exceptions = new ExceptionTypes(workspace("""
            class HouseException extends java.sql.SQLException { }
            class DeepException extends HouseException { }
            class LooseException extends UnseenException { }
            class PlainException { }
            class RoundException extends RoundException { }
            """));

    @ParameterizedTest
    @CsvSource({
        "SQLException, SQLException, MUST",
        "SQLException, Exception, MUST",
        "SQLException, Throwable, MUST",
        "SQLException, java.lang.Exception, MUST",
        "SQLException, RuntimeException, NO",
        "SQLException, IOException, NO",
        "SQLException, Error, NO",
        "SQLTimeoutException, SQLException, MUST",
        "SQLException, SQLTimeoutException, MAY",
        "Exception, SQLException, MAY",
        "SQLException, Some|SQLTimeoutException, MAY",
        "SQLException, SQLTimeoutException|IOException, MAY",
        "SQLException, IOException|SQLException, MUST",
        "HouseException, SQLException, MUST",
        "DeepException, SQLException, MUST",
        "SQLException, DeepException, MAY",
        "LooseException, UnseenException, MUST",
        "LooseException, SQLException, NO",
        "PlainException, SQLException, NO",
        "RoundException, SQLException, NO",
        "UnseenException, Exception, MUST",
        "OutOfMemoryError, Error, MUST",
        "OutOfMemoryError, Exception, NO",
        "OutOfMemoryError, Throwable, MUST",
        "?, SQLException, MUST",
        "?, Exception, MUST",
        "?, IllegalStateException, MAY",
        "?, RuntimeException, MAY",
        "?, Error, MAY",
        "?, DeepException, MUST",
        "'', SQLException, MUST",
        "'', RuntimeException, MAY"
    })
    void areTakenByHandlers(String exception, String handlers, ExceptionMatch expected) {
        assertThat(exceptions.match(exception, List.of(handlers.split("\\|")))).isEqualTo(expected);
    }

    @Test
    void areTakenByNobodyWhereThereIsNoHandler() {
        assertThat(exceptions.match("SQLException", List.of())).isEqualTo(ExceptionMatch.NO);
    }

    private static Workspace workspace(String text) {
        LeakAnalysis analysis = new LeakAnalysis(Analyses.CATALOG);
        LoweredFile file = analysis.lower(
                analysis.parser().parse(new SourceFile("A.java", text)).file().orElseThrow());
        return new Workspace(Analyses.CATALOG, List.of(file));
    }
}
