package io.platen.localstack.printers;

import java.util.List;

/**
 * How a simulated printer is built and used.
 *
 * @param pagesPerDay printed in a day of its own time
 * @param colourPercent of the pages are in colour; 0 for a black and white machine
 * @param firstPages on its counter when it was installed
 * @param telling how it tells its levels
 * @param colourNames in the order of its supplies, in the language of its panel
 */
record SimulatedModel(
        String serialNumber,
        String maker,
        String model,
        int pagesPerDay,
        int colourPercent,
        long firstPages,
        Telling telling,
        boolean wasteBox,
        List<String> colourNames) {

    /** What a printer says of its levels. */
    enum Telling {
        /** In grams of toner, or whatever unit. */
        MEASURED,
        /** In percent. */
        PERCENT,
        /** Only that some is left, and when it is low. */
        SOME_LEFT,
        /** Nothing. */
        UNKNOWN
    }

    static final List<SimulatedModel> ALL = List.of(
            mono("CV-2210-00417", "Corvane", "Corvane 2210", 180, 41_260, Telling.MEASURED, false, "black"),
            mono("CV-2210-00593", "Corvane", "Corvane 2210", 95, 18_904, Telling.MEASURED, false, "black"),
            mono("CV-4180-01126", "Corvane", "Corvane 4180 Duplex", 420, 203_517, Telling.PERCENT, true, "black"),
            colour(
                    "CV-7035C-0088",
                    "Corvane",
                    "Corvane 7035c",
                    310,
                    35,
                    88_132,
                    Telling.MEASURED,
                    true,
                    "black",
                    "cyan",
                    "magenta",
                    "yellow"),
            colour(
                    "TV30C0071265",
                    "Tavolet",
                    "Tavolet T30c",
                    140,
                    55,
                    27_480,
                    Telling.PERCENT,
                    false,
                    "cyaan",
                    "magenta",
                    "geel",
                    "zwart"),
            colour(
                    "TV30C0071301",
                    "Tavolet",
                    "Tavolet T30c",
                    60,
                    40,
                    9_871,
                    Telling.PERCENT,
                    false,
                    "ciano",
                    "magenta",
                    "amarelo",
                    "preto"),
            colour(
                    "TV55C0020019",
                    "Tavolet",
                    "Tavolet T55c Pro",
                    650,
                    48,
                    412_006,
                    Telling.MEASURED,
                    true,
                    "black",
                    "cyan",
                    "magenta",
                    "yellow"),
            colour(
                    "BR8-C-330127",
                    "Brindal",
                    "Brindal Eight C",
                    210,
                    30,
                    64_250,
                    Telling.SOME_LEFT,
                    true,
                    "black",
                    "cyan",
                    "magenta",
                    "yellow"),
            mono("BR4-M-118840", "Brindal", "Brindal Four", 45, 6_318, Telling.UNKNOWN, false, "black"),
            mono("BR4-M-118902", "Brindal", "Brindal Four", 70, 12_077, Telling.MEASURED, false, "svart"),
            colour(
                    "OL900X004512",
                    "Ostrel",
                    "Ostrel 900X",
                    900,
                    22,
                    731_940,
                    Telling.MEASURED,
                    true,
                    "schwarz",
                    "cyan",
                    "magenta",
                    "gelb"),
            mono("OL210M013377", "Ostrel", "Ostrel 210M", 125, 33_654, Telling.PERCENT, true, "noir"));

    boolean colour() {
        return colourPercent > 0;
    }

    private static SimulatedModel mono(
            String serial,
            String maker,
            String model,
            int perDay,
            long first,
            Telling telling,
            boolean waste,
            String name) {
        return new SimulatedModel(serial, maker, model, perDay, 0, first, telling, waste, List.of(name));
    }

    private static SimulatedModel colour(
            String serial,
            String maker,
            String model,
            int perDay,
            int colourPercent,
            long first,
            Telling telling,
            boolean waste,
            String... names) {
        return new SimulatedModel(serial, maker, model, perDay, colourPercent, first, telling, waste, List.of(names));
    }
}
