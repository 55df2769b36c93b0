package org.maxdock.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was measured again and again: milliseconds, or how many times as long as something else. */
final class Measured {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    double least() {
        return Collections.min(values);
    }

    double most() {
        return Collections.max(values);
    }
}
