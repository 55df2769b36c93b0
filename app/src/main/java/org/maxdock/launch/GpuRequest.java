package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * What an option --gpus of docker run asks for: fields in one line of CSV, such as {@code all}, {@code 2} and
 * {@code "device=0,1",capabilities=utility}.
 *
 * @param count how many; {@link #ALL} for all
 * @param devices by number or UUID; where there are some, they are meant and not the count
 * @param others fields that say nothing of which ones
 */
record GpuRequest(int count, List<String> devices, List<String> others) {

    static final int ALL = -1;

    private static final String OPTION = "--gpus=";
    private static final String NUMBER = "[0-9]{1,4}";

    GpuRequest {
        devices = List.copyOf(devices);
        others = List.copyOf(others);
    }

    static boolean isOne(String option) {
        return option.startsWith(OPTION);
    }

    /** @throws InvalidValue where docker would not take it */
    static GpuRequest of(String option) {
        Optional<Integer> count = Optional.empty();
        List<String> devices = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String field : fields(option)) {
            int equals = field.indexOf('=');
            String value = field.substring(equals + 1);
            switch (equals < 0 ? "count" : field.substring(0, equals)) {
                case "count" -> count = Optional.of(count(option, value));
                case "device" -> devices.addAll(List.of(value.split(",")));
                case "driver", "capabilities", "options" -> others.add(field);
                default -> throw wrong(option);
            }
        }
        if (devices.stream().anyMatch(d -> !d.matches("[A-Za-z0-9:/_.-]{1,100}"))) {
            throw wrong(option);
        }
        return new GpuRequest(count.orElse(1), devices, others);
    }

    private static int count(String option, String value) {
        if (value.equals("all") || value.equals("-1")) {
            return ALL;
        }
        if (!value.matches(NUMBER)) {
            throw wrong(option);
        }
        return Integer.parseInt(value);
    }

    private static InvalidValue wrong(String option) {
        return new InvalidValue(TroubleKind.BAD_ARGUMENT, "--gpus", Valid.shown(option.substring(OPTION.length())));
    }

    /** A field may stand in quotes, in which a quote is doubled (RFC 4180). */
    private static List<String> fields(String option) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        String text = option.substring(OPTION.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (quoted) {
            throw wrong(option);
        }
        fields.add(field.toString());
        return fields;
    }

    /** The fields beside the devices, each after a comma, as docker reads them. */
    String more() {
        StringBuilder text = new StringBuilder();
        others.forEach(o -> text.append(",\"").append(o.replace("\"", "\"\"")).append('"'));
        return text.toString();
    }
}
