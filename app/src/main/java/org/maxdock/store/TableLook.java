package org.maxdock.store;

import java.util.List;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * How a table was left.
 *
 * @param columns in their order
 * @param sorting the column that decides first comes first
 */
public record TableLook(List<Column> columns, List<Sorting> sorting) {

    private static final int MOST = 100;
    private static final double WIDEST = 100_000;

    /** @param width in pixels */
    public record Column(String id, double width) {

        /** @throws InvalidValue where there cannot be such a column */
        public Column {
            id = valid(id);
            if (!(width >= 1 && width <= WIDEST)) { // nor NaN
                throw new InvalidValue(TroubleKind.BAD_ARGUMENT, "width", width);
            }
        }
    }

    /** @param falling whether the greatest comes first */
    public record Sorting(String column, boolean falling) {

        /** @throws InvalidValue where there cannot be such a column */
        public Sorting {
            column = valid(column);
        }
    }

    /** @throws InvalidValue where there are more columns than any table has */
    public TableLook {
        columns = Valid.list("columns", columns, MOST);
        sorting = Valid.list("sorting", sorting, MOST);
    }

    private static String valid(String id) {
        if (id == null || id.isEmpty() || id.length() > MOST) {
            throw new InvalidValue(TroubleKind.BAD_ARGUMENT, "column", Valid.shown(id == null ? "" : id));
        }
        return id;
    }
}
