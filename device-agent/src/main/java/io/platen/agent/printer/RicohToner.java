package io.platen.agent.printer;

import io.platen.agent.snmp.MibAnswer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.snmp4j.smi.OID;

/** Ricoh's standard table says "some left"; its own table has the figure, in percent (-100 is "nearly empty"). */
final class RicohToner {

    private static final int LEVEL = 5;

    private RicohToner() {}

    static List<Supply> refine(MibAnswer answer, List<Supply> supplies) {
        var percents = percents(answer);
        return percents.isEmpty()
                ? supplies
                : supplies.stream().map(supply -> refine(supply, percents)).toList();
    }

    private static Supply refine(Supply supply, Map<Colour, Integer> percents) {
        var colour = supply.colour();
        var percent = colour == null || supply.kind() != SupplyKind.TONER ? null : percents.get(colour);
        return percent == null || supply.level().state() == Level.State.MEASURED
                ? supply
                : new Supply(supply.index(), supply.kind(), colour, supply.description(), Level.measured(percent));
    }

    private static Map<Colour, Integer> percents(MibAnswer answer) {
        var percents = new EnumMap<Colour, Integer>(Colour.class);
        for (var row : answer.below(new OID(Maker.RICOH_TONER).append(LEVEL)).keySet()) {
            var level = answer.number(new OID(Maker.RICOH_TONER).append(LEVEL).append(row));
            if (level.isEmpty() || level.getAsLong() < 0 || level.getAsLong() > 100) {
                continue;
            }
            int percent = (int) level.getAsLong();
            for (int column = 2; column < LEVEL; column++) {
                answer.text(new OID(Maker.RICOH_TONER).append(column).append(row))
                        .flatMap(ColourNames::inDescription)
                        .ifPresent(colour -> percents.putIfAbsent(colour, percent));
            }
        }
        return percents;
    }
}
