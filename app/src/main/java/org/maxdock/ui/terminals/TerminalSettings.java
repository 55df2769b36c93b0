package org.maxdock.ui.terminals;

import com.techsenger.jeditermfx.core.TerminalColor;
import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.ui.settings.DefaultSettingsProvider;

/** A dark terminal in both themes, as in the field. */
final class TerminalSettings extends DefaultSettingsProvider {

    @Override
    public TerminalColor getDefaultForeground() {
        return TerminalColor.rgb(230, 237, 243);
    }

    @Override
    public TerminalColor getDefaultBackground() {
        return TerminalColor.rgb(13, 17, 23);
    }

    /** The widget itself still asks for the deprecated one. */
    @Override
    @SuppressWarnings("deprecation")
    public TextStyle getDefaultStyle() {
        return new TextStyle(getDefaultForeground(), getDefaultBackground());
    }

    @Override
    public float getTerminalFontSize() {
        return 13;
    }

    @Override
    public boolean copyOnSelect() {
        return true;
    }
}
