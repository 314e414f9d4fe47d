package io.jenkins.plugins.connleak.plugin;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestBuilder;

/** Java sources of which is known what leaks, and ways to get them into a workspace. */
final class LeakySources {
    /** A statement that nobody closes, and a connection that stays open when an exception is thrown. */
    static final String DAO = """
            package com.example;

            import java.sql.Connection;
            import java.sql.SQLException;
            import java.sql.Statement;
            import javax.sql.DataSource;

            class Dao {
                int count(Connection connection) throws SQLException {
                    Statement statement = connection.createStatement();
                    return statement.executeUpdate("DELETE FROM orders");
                }

                void touch(DataSource pool) throws SQLException {
                    Connection connection = pool.getConnection();
                    connection.setAutoCommit(false);
                    connection.close();
                }
            }
            """;

    /** A statement that nobody closes. */
    static final String ONE_LEAK = """
            package com.example;

            import java.sql.Connection;
            import java.sql.SQLException;
            import java.sql.Statement;

            class One {
                int count(Connection connection) throws SQLException {
                    Statement statement = connection.createStatement();
                    return statement.executeUpdate("DELETE FROM orders");
                }
            }
            """;

    /** All that is acquired is released. */
    static final String CLEAN = """
            package com.example;

            import java.sql.Connection;
            import java.sql.SQLException;
            import javax.sql.DataSource;

            class Clean {
                void touch(DataSource pool) throws SQLException {
                    try (Connection connection = pool.getConnection()) {
                        connection.setAutoCommit(false);
                    }
                }
            }
            """;

    private LeakySources() {}

    /** The Groovy statement that writes a file into the workspace. */
    static String write(String file, String text) {
        return "writeFile file: '" + file + "', text: '''" + text + "'''\n";
    }

    /** A sandboxed Pipeline that runs those statements on any machine. */
    static CpsFlowDefinition pipeline(String... statements) throws Exception {
        return pipelineOn("", statements);
    }

    /** A sandboxed Pipeline that runs those statements on the machines of that label. */
    static CpsFlowDefinition pipelineOn(String label, String... statements) throws Exception {
        String node = label.isEmpty() ? "node" : "node('" + label + "')";
        return new CpsFlowDefinition(node + " {\n" + String.join("\n", statements) + "\n}\n", true);
    }

    /** A build of a job, which runs those statements on any machine and succeeds. */
    static WorkflowRun build(JenkinsRule rule, WorkflowJob job, String... statements) throws Exception {
        job.setDefinition(pipeline(statements));
        return rule.buildAndAssertSuccess(job);
    }

    /** Writes so many classes, each with twenty leaks, into {@code folder}: a scan of many is still at work when others look. */
    static void writeMany(FilePath folder, int count) throws IOException, InterruptedException {
        for (int number = 0; number < count; number++) {
            StringBuilder text = new StringBuilder(
                    "package com.example.many" + number % 50 + ";\nimport java.sql.*;\nclass Many" + number + " {\n");
            for (int method = 0; method < 20; method++) {
                text.append("    int count").append(method).append("(Connection connection) throws SQLException {\n");
                text.append("        Statement statement = connection.createStatement();\n");
                text.append("        return statement.executeUpdate(\"DELETE FROM orders\");\n    }\n");
            }
            folder.child("src/many" + number % 50 + "/Many" + number + ".java")
                    .write(text.append("}\n").toString(), "UTF-8");
        }
    }

    /** Writes a file into the workspace of a freestyle build. */
    static final class Writer extends TestBuilder {
        private final String file;
        private final String text;

        Writer(String file, String text) {
            this.file = file;
            this.text = text;
        }

        @Override
        public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
                throws InterruptedException, IOException {
            FilePath workspace = build.getWorkspace();
            workspace.child(file).write(text, "UTF-8");
            return true;
        }
    }
}
