package org.maxdock.ui.terminals;

import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.ui.JediTermFxWidget;
import com.techsenger.jeditermfx.ui.SearchComponent;
import com.techsenger.jeditermfx.ui.TerminalPanel;
import com.techsenger.jeditermfx.ui.settings.SettingsProvider;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A terminal as this window has it. */
final class TerminalWidget extends JediTermFxWidget {

    private final TerminalSettings settings;

    /**
     * @param browse opens an address of the web
     * @param mayPaste asks whether what would be run at once is to be pasted
     */
    TerminalWidget(TerminalSettings settings, Consumer<String> browse, Predicate<PastedText> mayPaste) {
        super(TerminalTabModel.COLUMNS, TerminalTabModel.ROWS, settings);
        this.settings = settings;
        ((TerminalScreen) getTerminalPanel()).askBeforePasting(mayPaste);
        addHyperlinkFilter(new TerminalLinks(browse));
    }

    @Override
    protected TerminalPanel createTerminalPanel(
            SettingsProvider provider, StyleState style, TerminalTextBuffer buffer) {
        return new TerminalScreen((TerminalSettings) provider, buffer, style);
    }

    @Override
    protected SearchComponent createSearchComponent() {
        return new TerminalFind(settings.keys().texts());
    }
}
