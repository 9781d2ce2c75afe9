package io.platen.agent.printer;

import static io.platen.agent.printer.Colour.BLACK;
import static io.platen.agent.printer.Colour.CYAN;
import static io.platen.agent.printer.Colour.MAGENTA;
import static io.platen.agent.printer.Colour.YELLOW;
import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Colours by the names printers give them, in the language their panel happens to speak. */
final class ColourNames {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}ー]+");

    private static final Map<String, Colour> NAMES = Stream.of(
                    entry("black", BLACK),
                    entry("zwart", BLACK),
                    entry("zwarte", BLACK),
                    entry("preto", BLACK),
                    entry("preta", BLACK),
                    entry("schwarz", BLACK),
                    entry("noir", BLACK),
                    entry("noire", BLACK),
                    entry("negro", BLACK),
                    entry("negra", BLACK),
                    entry("nero", BLACK),
                    entry("svart", BLACK),
                    entry("sort", BLACK),
                    entry("musta", BLACK),
                    entry("czarny", BLACK),
                    entry("cerna", BLACK),
                    entry("fekete", BLACK),
                    entry("siyah", BLACK),
                    entry("черный", BLACK),
                    entry("ブラック", BLACK),
                    entry("黒", BLACK),
                    entry("黑", BLACK),
                    entry("黑色", BLACK),
                    entry("k", BLACK),
                    entry("bk", BLACK),
                    entry("cyan", CYAN),
                    entry("cyaan", CYAN),
                    entry("ciano", CYAN),
                    entry("cian", CYAN),
                    entry("syaani", CYAN),
                    entry("cyjan", CYAN),
                    entry("azurova", CYAN),
                    entry("голубой", CYAN),
                    entry("シアン", CYAN),
                    entry("青色", CYAN),
                    entry("c", CYAN),
                    entry("magenta", MAGENTA),
                    entry("purpurova", MAGENTA),
                    entry("пурпурный", MAGENTA),
                    entry("マゼンタ", MAGENTA),
                    entry("品红色", MAGENTA),
                    entry("m", MAGENTA),
                    entry("yellow", YELLOW),
                    entry("geel", YELLOW),
                    entry("gele", YELLOW),
                    entry("amarelo", YELLOW),
                    entry("amarela", YELLOW),
                    entry("gelb", YELLOW),
                    entry("jaune", YELLOW),
                    entry("amarillo", YELLOW),
                    entry("amarilla", YELLOW),
                    entry("giallo", YELLOW),
                    entry("gul", YELLOW),
                    entry("keltainen", YELLOW),
                    entry("zolty", YELLOW),
                    entry("zluta", YELLOW),
                    entry("sarga", YELLOW),
                    entry("sari", YELLOW),
                    entry("желтый", YELLOW),
                    entry("イエロー", YELLOW),
                    entry("黄色", YELLOW),
                    entry("y", YELLOW))
            .collect(Collectors.toUnmodifiableMap(name -> plain(name.getKey()), Map.Entry::getValue));

    /** A light cyan is refilled with another bottle than cyan: better no colour than the wrong one. */
    private static final Set<String> OTHER_INKS = Set.of(
            "light", "licht", "lichte", "hell", "clair", "claro", "claire", "chiaro", "vivid", "gray", "grey", "grijs",
            "cinza", "lc", "lm");

    private ColourNames() {}

    /** The colour of a colorant's name, where a single letter may stand for it. */
    static Optional<Colour> ofColorant(String name) {
        return find(name, 1);
    }

    /** The colour a description mentions in a word of its own. */
    static Optional<Colour> inDescription(String description) {
        return find(description, 3);
    }

    private static Optional<Colour> find(String text, int shortest) {
        Colour found = null;
        for (var word : BETWEEN_WORDS.split(plain(text), 0)) {
            if (OTHER_INKS.contains(word)) {
                return Optional.empty();
            }
            var colour = NAMES.get(word);
            boolean longEnough = word.length() >= shortest || word.codePoints().anyMatch(Character::isIdeographic);
            if (colour != null && longEnough) {
                if (found != null && found != colour) {
                    return Optional.empty(); // "Cyan/Magenta/Yellow" is not one colour
                }
                found = colour;
            }
        }
        return Optional.ofNullable(found);
    }

    private static String plain(String text) {
        var apart = Normalizer.normalize(
                text.toLowerCase(Locale.ROOT).replace('ł', 'l').replace('ı', 'i'), Normalizer.Form.NFKD);
        return Normalizer.normalize(MARKS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
    }
}
