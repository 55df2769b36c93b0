package org.maxdock.store;

import java.util.Map;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;

/** How tables were left: by each one's name. */
public record TableLooks(Map<String, TableLook> tables) {

    private static final int MOST = 100;

    /** @throws InvalidValue where there are more than any window has */
    public TableLooks {
        tables = tables == null ? Map.of() : Map.copyOf(tables);
        if (tables.size() > MOST) {
            throw new InvalidValue(TroubleKind.BAD_ARGUMENT, "tables", tables.size());
        }
    }
}
