package io.platen.agent.printer;

import io.platen.agent.snmp.PrinterAddress;
import io.platen.agent.snmp.PrinterSilentException;
import io.platen.agent.snmp.SnmpReader;
import io.platen.agent.snmp.SnmpSettings;
import java.io.IOException;
import java.util.List;

/** Reads printers: asks by SNMP, interprets by the Printer-MIB. */
public final class PrinterReader implements AutoCloseable {

    private final SnmpReader snmp;

    public PrinterReader(SnmpSettings settings) throws IOException {
        snmp = new SnmpReader(settings);
    }

    /**
     * @param withCounters page counters too, beside supplies and alerts
     * @throws PrinterSilentException where nothing answered at all; a printer that answers nonsense is a reading with
     *     faults
     */
    public PrinterReading read(PrinterAddress printer, boolean withCounters) throws PrinterSilentException {
        var conversation = snmp.with(printer);
        conversation.get(List.of(PrinterMib.SYS_DESCRIPTION, PrinterMib.SYS_OBJECT_ID));
        PrinterMib.stateSubtrees().forEach(conversation::walk);
        if (withCounters) {
            PrinterMib.counterSubtrees().forEach(conversation::walk);
        }
        Maker.of(conversation.answer().identifier(PrinterMib.SYS_OBJECT_ID)).ifPresent(maker -> {
            maker.stateSubtrees().forEach(conversation::walk);
            if (withCounters) {
                maker.counterSubtrees().forEach(conversation::walk);
            }
        });
        return PrinterMib.interpret(conversation.answer());
    }

    /** Whether a printer answers there, for looking through an address range: anything that has a part of the Printer-MIB. */
    public boolean isPrinter(PrinterAddress address) {
        try {
            var conversation = snmp.with(address);
            conversation.get(List.of(PrinterMib.SYS_OBJECT_ID));
            return conversation.hasAnyBelow(PrinterMib.PRINTER_MIB);
        } catch (PrinterSilentException nobody) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }
}
