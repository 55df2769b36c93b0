package org.maxdock.text;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * Message bundles. What stands in no file of its own language is English. Only files that are there are asked for: Java
 * would look for any other in every library of the program, which takes longer than to read those that are.
 */
public final class Bundles {

    private static final Set<String> TRANSLATED = Set.of("de");

    private Bundles() {}

    /** The locale of what is said to somebody of this one: its own where that is a language of the bundles. */
    static Locale spoken(Locale locale) {
        String language = locale.getLanguage();
        return TRANSLATED.contains(language) || language.equals(Locale.ENGLISH.getLanguage())
                ? locale.stripExtensions()
                : Locale.ENGLISH;
    }

    /**
     * @param name as {@link ResourceBundle#getBundle(String)} takes it
     * @throws java.util.MissingResourceException if there is none of this name
     */
    public static ResourceBundle of(String name, Locale locale) {
        return ResourceBundle.getBundle(name, locale, new There());
    }

    private static final class There extends ResourceBundle.Control {

        @Override
        public List<String> getFormats(String name) {
            return FORMAT_PROPERTIES;
        }

        @Override
        public List<Locale> getCandidateLocales(String name, Locale locale) {
            String language = locale.getLanguage();
            return TRANSLATED.contains(language) ? List.of(Locale.of(language), Locale.ROOT) : List.of(Locale.ROOT);
        }

        @Override
        public Locale getFallbackLocale(String name, Locale locale) {
            return null;
        }
    }
}
