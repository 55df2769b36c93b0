package org.maxdock.text;

/**
 * What is a letter, a mark or nothing yet by its category, and yet is not to be seen: Unicode's
 * Default_Ignorable_Code_Point (DerivedCoreProperties.txt), which has room for more to come, and characters whose glyph
 * is blank.
 */
final class InvisibleCharacters {

    /** First and last of each range. */
    private static final int[][] RANGES = {
        {0x034F, 0x034F},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x2065, 0x2065},
        {0x2800, 0x2800}, // a cell of Braille without a dot
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFF8},
        {0x16FE4, 0x16FE4}, // a filler of the Khitan script
        {0x1D159, 0x1D159}, // a note without a head
        {0xE0000, 0xE0FFF}
    };

    private InvisibleCharacters() {}

    static boolean contains(int codePoint) {
        for (int[] range : RANGES) {
            if (codePoint >= range[0] && codePoint <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
