package org.maxdock.ui.terminals;

import com.techsenger.jeditermfx.core.TerminalColor;
import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.core.util.Platform;
import com.techsenger.jeditermfx.ui.TerminalActionPresentation;
import com.techsenger.jeditermfx.ui.settings.DefaultSettingsProvider;
import javafx.scene.text.Font;
import org.maxdock.text.Texts;

/**
 * A dark terminal in both themes, as in the field; its keys are those of terminals on a desktop, with Shift, so that
 * those without are left to the program inside.
 */
final class TerminalSettings extends DefaultSettingsProvider {

    private final TerminalFont font;
    private final TerminalKeys keys;
    private final MarkedText marked;

    TerminalSettings(TerminalFont font, MarkedText marked, Texts texts) {
        this.font = font;
        this.marked = marked;
        this.keys = new TerminalKeys(texts);
    }

    TerminalFont fonts() {
        return font;
    }

    MarkedText marked() {
        return marked;
    }

    TerminalKeys keys() {
        return keys;
    }

    @Override
    public Font getTerminalFont() {
        return font.font().get();
    }

    @Override
    public float getTerminalFontSize() {
        return (float) font.font().get().getSize();
    }

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
    public TextStyle getHyperlinkColor() {
        return new TextStyle(TerminalColor.rgb(121, 192, 255), getDefaultBackground());
    }

    @Override
    public boolean copyOnSelect() {
        return true;
    }

    /** On a Mac, Option makes letters: @ is Option+L on a German keyboard. */
    @Override
    public boolean altSendsEscape() {
        return !Platform.isMacOS();
    }

    @Override
    public boolean pasteOnMiddleMouseClick() {
        return true;
    }

    @Override
    public TerminalActionPresentation getOpenUrlActionPresentation() {
        return keys.none("open");
    }

    @Override
    public TerminalActionPresentation getCopyActionPresentation() {
        return keys.of("copy", "Ctrl+Shift+C", "Ctrl+Insert");
    }

    @Override
    public TerminalActionPresentation getPasteActionPresentation() {
        return keys.paste();
    }

    @Override
    public TerminalActionPresentation getSelectAllActionPresentation() {
        return keys.of("select-all", "Ctrl+Shift+A");
    }

    @Override
    public TerminalActionPresentation getClearBufferActionPresentation() {
        return keys.none("clear");
    }

    @Override
    public TerminalActionPresentation getPageUpActionPresentation() {
        return keys.of("page-up", "Shift+Page Up");
    }

    @Override
    public TerminalActionPresentation getPageDownActionPresentation() {
        return keys.of("page-down", "Shift+Page Down");
    }

    @Override
    public TerminalActionPresentation getLineUpActionPresentation() {
        return keys.of("line-up", "Ctrl+Shift+Up");
    }

    @Override
    public TerminalActionPresentation getLineDownActionPresentation() {
        return keys.of("line-down", "Ctrl+Shift+Down");
    }

    @Override
    public TerminalActionPresentation getFindActionPresentation() {
        return keys.of("find", "Ctrl+Shift+F");
    }
}
