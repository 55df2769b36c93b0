package org.maxdock.text;

import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/** The texts of the program in one language, from the message bundles of the ui-resources module. */
public final class Texts {

    private static final String BUNDLE = "org.maxdock.messages";
    private static final String WINDOW = ".window";

    /** Their first argument is the name of a value. */
    private static final Set<TroubleKind> OF_VALUES = EnumSet.of(
            TroubleKind.BAD_ARGUMENT,
            TroubleKind.VALUE_WITH_CONTROL,
            TroubleKind.VALUE_MISSING,
            TroubleKind.NOT_ONE_OF);

    /** Where the fields of the window have theirs, by the words of options. */
    private static final List<String> CAPTIONS = List.of("ui.launch.", "ui.slurm.");

    private final ResourceBundle bundle;
    private final Locale locale;
    private final boolean inWindow;
    private final Amounts amounts;

    /** As the command line says it. */
    public Texts(Locale locale) {
        this(locale, false);
    }

    private Texts(Locale locale, boolean inWindow) {
        this.inWindow = inWindow;
        this.locale = Bundles.spoken(locale);
        this.amounts = new Amounts(this.locale);
        this.bundle = Bundles.of(BUNDLE, locale);
    }

    /** As the window says it: what would name a command or an option has a text of its own, whose key ends so. */
    public static Texts ofWindow(Locale locale) {
        return new Texts(locale, true);
    }

    /**
     * The text of a key with its arguments filled in, each as {@link Printable} shows it, since it may be anybody's;
     * the key itself where the bundle lacks it.
     */
    public String get(String key, Object... arguments) {
        try {
            String pattern = bundle.getString(inWindow && has(key + WINDOW) ? key + WINDOW : key);
            return arguments.length == 0 ? pattern : filled(new MessageFormat(pattern, locale), shown(arguments));
        } catch (MissingResourceException e) {
            return key;
        }
    }

    /** What a pattern counts or writes as a number has often been text on its way; what is no number stays as it is. */
    private static String filled(MessageFormat format, Object... arguments) {
        Format[] formats = format.getFormatsByArgumentIndex();
        for (int i = 0; i < Math.min(formats.length, arguments.length); i++) {
            if (formats[i] instanceof NumberFormat && arguments[i] instanceof String text) {
                if (text.matches("-?[0-9]{1,18}")) {
                    arguments[i] = Long.valueOf(text);
                } else {
                    format.setFormatByArgumentIndex(i, null);
                }
            }
        }
        return format.format(arguments);
    }

    /** A sentence in a sentence has been made of shown parts itself. */
    private Object[] shown(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(a -> switch (a) {
                    case Number number -> number;
                    case Message message -> get(message);
                    case Trouble trouble -> reason(trouble);
                    case Reason reason -> text(reason);
                    case null, default -> Printable.part(String.valueOf(a));
                })
                .toArray();
    }

    private String text(Reason reason) {
        return reason.key().isEmpty()
                ? Printable.part(reason.plain())
                : get(reason.key(), reason.arguments().toArray());
    }

    public String get(Message message) {
        return get(message.key(), message.arguments().toArray());
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** Of the language that the texts are in, which is English where the bundles have not the one that was asked. */
    public Locale locale() {
        return locale;
    }

    /** How numbers, sizes and times are written among these texts. */
    public Amounts amounts() {
        return amounts;
    }

    /** What happened, why, and what to do, on up to three lines. */
    public String explain(Trouble trouble) {
        StringBuilder text = new StringBuilder(what(trouble));
        String mend = mend(trouble);
        if (!mend.isEmpty()) {
            text.append(System.lineSeparator()).append(mend);
        }
        return text.toString();
    }

    /** What happened and why, and each detail on a line of its own. */
    public String what(Trouble trouble) {
        StringBuilder text = new StringBuilder(ended(get("trouble." + trouble.key(), arguments(trouble))));
        trouble.details().forEach(detail -> text.append(System.lineSeparator()).append(get(detail)));
        return text.toString();
    }

    /** A value is called in the window as its field is, and on the command line as its option. */
    private Object[] arguments(Trouble trouble) {
        Object[] arguments = trouble.arguments(this::reason).toArray();
        if (inWindow && OF_VALUES.contains(trouble.kind()) && arguments.length > 0) {
            String option = String.valueOf(arguments[0]);
            CAPTIONS.stream()
                    .map(where -> where + option.replaceFirst("^--", ""))
                    .filter(key -> option.startsWith("--") && has(key))
                    .findFirst()
                    .ifPresent(key -> arguments[0] = get(key));
        }
        return arguments;
    }

    /** Where another program's sentence or question ends one, that is over. */
    private static String ended(String sentence) {
        boolean twice = sentence.endsWith("..") && !sentence.endsWith("...");
        return twice || sentence.endsWith("?.") || sentence.endsWith("!.")
                ? sentence.substring(0, sentence.length() - 1)
                : sentence;
    }

    /** What the user can do about it; empty where there is nothing to say. */
    public String mend(Trouble trouble) {
        String key = "trouble." + trouble.key() + ".mend";
        return has(key) ? get(key, arguments(trouble)) : "";
    }

    /**
     * A trouble within the sentence of another, which has a full stop of its own, or a few words; a sentence that is
     * all that is said keeps its own.
     */
    private String reason(Object part) {
        if (part instanceof Message message) {
            return get(message);
        }
        String sentence = part instanceof Trouble trouble ? what(trouble) : text((Reason) part);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
