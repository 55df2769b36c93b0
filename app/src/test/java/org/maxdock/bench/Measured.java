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

    int count() {
        return values.size();
    }

    double get(int index) {
        return values.get(index);
    }

    double median() {
        return values.isEmpty() ? Double.NaN : values.stream().sorted().toList().get(values.size() / 2);
    }

    double least() {
        return Collections.min(values);
    }

    double most() {
        return Collections.max(values);
    }
}
