package io.jenkins.plugins.connleak.core.flow;

/**
 * A normal way from one node to the next.
 *
 * @param target index of the next node
 * @param condition what holds when it is taken
 */
public record Edge(int target, Condition condition) {}
