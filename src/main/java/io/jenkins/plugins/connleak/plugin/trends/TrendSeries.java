package io.jenkins.plugins.connleak.plugin.trends;

import java.util.List;

/**
 * One line of a chart.
 *
 * @param name what it is called, in the language of the reader
 * @param colour name of one of Jenkins' CSS variables
 * @param stacked whether it stands on the lines before it, and the area below is filled
 * @param values a number per point of the axis
 */
record TrendSeries(String name, String colour, boolean stacked, List<? extends Number> values) {
    TrendSeries {
        values = List.copyOf(values);
    }
}
