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
import org.jspecify.annotations.Nullable;

/** Colours by the names printers give them, in the language their panel happens to speak. */
final class ColourNames {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}ー]+");

    private static final Map<String, Colour> NAMES = Stream.of(
                    entry("black", BLACK),
                    entry("negru", BLACK),
                    entry("crna", BLACK),
                    entry("crni", BLACK),
                    entry("cierna", BLACK),
                    entry("juoda", BLACK),
                    entry("melna", BLACK),
                    entry("melns", BLACK),
                    entry("μαυρο", BLACK),
                    entry("чорний", BLACK),
                    entry("черен", BLACK),
                    entry("черная", BLACK),
                    entry("чорна", BLACK),
                    entry("검정", BLACK),
                    entry("검정색", BLACK),
                    entry("블랙", BLACK),
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
                    entry("cijan", CYAN),
                    entry("cyana", CYAN),
                    entry("camgobegi", CYAN),
                    entry("azurna", CYAN),
                    entry("zydra", CYAN),
                    entry("ciana", CYAN),
                    entry("κυανο", CYAN),
                    entry("блакитний", CYAN),
                    entry("циан", CYAN),
                    entry("голубая", CYAN),
                    entry("시안", CYAN),
                    entry("시안색", CYAN),
                    entry("사이언", CYAN),
                    entry("青", CYAN),
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
                    entry("macenta", MAGENTA),
                    entry("madzenta", MAGENTA),
                    entry("bibor", MAGENTA),
                    entry("purpurna", MAGENTA),
                    entry("ματζεντα", MAGENTA),
                    entry("магента", MAGENTA),
                    entry("пурпурная", MAGENTA),
                    entry("마젠타", MAGENTA),
                    entry("자홍색", MAGENTA),
                    entry("洋红", MAGENTA),
                    entry("洋红色", MAGENTA),
                    entry("洋紅", MAGENTA),
                    entry("洋紅色", MAGENTA),
                    entry("品紅色", MAGENTA),
                    entry("purpurova", MAGENTA),
                    entry("пурпурный", MAGENTA),
                    entry("マゼンタ", MAGENTA),
                    entry("品红色", MAGENTA),
                    entry("m", MAGENTA),
                    entry("yellow", YELLOW),
                    entry("galben", YELLOW),
                    entry("zuta", YELLOW),
                    entry("zuti", YELLOW),
                    entry("zlta", YELLOW),
                    entry("rumena", YELLOW),
                    entry("geltona", YELLOW),
                    entry("dzeltena", YELLOW),
                    entry("kollane", YELLOW),
                    entry("κιτρινο", YELLOW),
                    entry("жовтий", YELLOW),
                    entry("жълт", YELLOW),
                    entry("желтая", YELLOW),
                    entry("노랑", YELLOW),
                    entry("노란색", YELLOW),
                    entry("옐로우", YELLOW),
                    entry("黃色", YELLOW),
                    entry("黄", YELLOW),
                    entry("黃", YELLOW),
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

    /** Germanic languages write it in one: Schwarztoner, zwarttoner. */
    private static final Pattern COMPOUND = Pattern.compile("(.{3,}?)(?:toner|tinte|inkt|farge|farve|farg).*");

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
            var colour = word.length() >= shortest || isEastAsian(word) ? named(word) : null;
            if (colour != null) {
                if (found != null && found != colour) {
                    return Optional.empty(); // "Cyan/Magenta/Yellow" is not one colour
                }
                found = colour;
            }
        }
        return Optional.ofNullable(found);
    }

    private static @Nullable Colour named(String word) {
        var colour = NAMES.get(word);
        if (colour != null) {
            return colour;
        }
        if (isEastAsian(word)) { // no blanks between their words: 黑色墨粉盒
            var within = NAMES.entrySet().stream()
                    .filter(name ->
                            name.getKey().length() > 1 && isEastAsian(name.getKey()) && word.contains(name.getKey()))
                    .map(Map.Entry::getValue)
                    .distinct()
                    .toList();
            return within.size() == 1 ? within.getFirst() : null;
        }
        var compound = COMPOUND.matcher(word);
        return compound.matches() ? NAMES.get(compound.group(1)) : null;
    }

    private static boolean isEastAsian(String word) {
        return word.codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .anyMatch(script -> script == Character.UnicodeScript.HAN
                        || script == Character.UnicodeScript.KATAKANA
                        || script == Character.UnicodeScript.HANGUL);
    }

    private static String plain(String text) {
        var apart = Normalizer.normalize(
                text.toLowerCase(Locale.ROOT).replace('ł', 'l').replace('ı', 'i'), Normalizer.Form.NFKD);
        return Normalizer.normalize(MARKS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
    }
}
