package org.maxdock.store;

import java.util.Map;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/** How tables were left: by each one's name. */
public record TableLooks(Map<String, TableLook> tables) {

    private static final int MOST = 100;

    /** @throws InvalidValue where there are more than any window has */
    public TableLooks {
        Map<String, TableLook> given = tables == null ? Map.of() : tables;
        given.forEach((name, look) -> Valid.present("tables", name == null ? null : look));
        tables = Map.copyOf(given);
        if (tables.size() > MOST) {
            throw new InvalidValue(TroubleKind.BAD_ARGUMENT, "tables", tables.size());
        }
    }
}
