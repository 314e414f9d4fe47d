package io.jenkins.plugins.connleak.plugin.steps;

import hudson.AbortException;
import io.jenkins.plugins.connleak.core.baseline.Gate;
import io.jenkins.plugins.connleak.plugin.actions.HealthWeights;
import io.jenkins.plugins.connleak.plugin.reference.QualityGate;
import io.jenkins.plugins.connleak.plugin.reference.ReferenceOptions;
import io.jenkins.plugins.connleak.plugin.trends.ChartKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a result is judged on the controller: {@link ScanParameters}, checked.
 *
 * @param reference what it is compared with
 * @param gates its quality gates, in their order
 * @param weights what leaks cost the job's health
 * @param chart name of the chart on the job's page
 */
record Judgement(ReferenceOptions reference, List<Gate> gates, HealthWeights weights, String chart) {
    /** Most quality gates of one scan. */
    static final int MAX_GATES = 100;

    /** Checks what the user says; the message of the exception says what is wrong and what may stand there. */
    static Judgement of(ScanParameters parameters) throws AbortException {
        return new Judgement(
                reference(parameters),
                gates(parameters.getQualityGates()),
                new HealthWeights(
                        weight("definiteWeight", parameters.getDefiniteWeight()),
                        weight("possibleWeight", parameters.getPossibleWeight())),
                chart(parameters.getTrendChart()));
    }

    private static ReferenceOptions reference(ScanParameters parameters) throws AbortException {
        String build = parameters.getReferenceBuild();
        if (!build.isEmpty() && !build.matches("#?[1-9][0-9]{0,8}")) {
            throw new AbortException("referenceBuild: '" + build + "' is no number of a build.");
        }
        return new ReferenceOptions(
                parameters.getReferenceJob(),
                build.isEmpty() ? 0 : Integer.parseInt(build.replace("#", "")),
                parameters.isIgnoreFailedBuilds(),
                parameters.isIgnoreQualityGate());
    }

    private static List<Gate> gates(List<QualityGate> given) throws AbortException {
        if (given.size() > MAX_GATES) {
            throw new AbortException("qualityGates: are " + given.size() + ". At most " + MAX_GATES + " are taken.");
        }
        List<Gate> gates = new ArrayList<>();
        for (QualityGate gate : given) {
            try {
                gates.add(gate.toGate());
            } catch (IllegalArgumentException e) {
                AbortException refusal = new AbortException("qualityGates: " + e.getMessage());
                refusal.initCause(e);
                throw refusal;
            }
        }
        return gates;
    }

    private static int weight(String parameter, int weight) throws AbortException {
        if (weight < 0 || weight > 100) {
            throw new AbortException(parameter + ": " + weight + " is not from 0 to 100.");
        }
        return weight;
    }

    private static String chart(String name) throws AbortException {
        if (ChartKind.ofName(name).isEmpty() && !name.equalsIgnoreCase(ScanParameters.NO_CHART)) {
            throw new AbortException("trendChart: there is no '" + name
                    + "'. It is one of CERTAINTY, NEW_FIXED, RULES, PACKAGES, DURATION and NONE.");
        }
        return name.toUpperCase(Locale.ROOT);
    }
}
