package io.platen.agent.printer;

import io.platen.agent.snmp.MibAnswer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** Hand-written answers of printers. */
final class Answers {

    private static final String SUPPLIES = "1.3.6.1.2.1.43.11.1.1.";

    private final MibAnswer answer = new MibAnswer();

    static Answers printer() {
        return new Answers()
                .text("1.3.6.1.2.1.25.3.2.1.3.1", "Tester One")
                .text("1.3.6.1.2.1.43.5.1.1.17.1", "SER-4711")
                .number("1.3.6.1.2.1.43.10.2.1.3.1.1", 7)
                .put("1.3.6.1.2.1.43.10.2.1.4.1.1", new Counter32(1000));
    }

    static Answers of(String enterprise) {
        return printer().put("1.3.6.1.2.1.1.2.0", new OID("1.3.6.1.4.1." + enterprise));
    }

    Answers put(String oid, Variable value) {
        answer.put(new OID(oid), value);
        return this;
    }

    Answers number(String oid, int value) {
        return put(oid, new Integer32(value));
    }

    Answers text(String oid, String value) {
        return put(oid, new OctetString(value));
    }

    Answers vendor(String oid, long value) {
        return put("1.3.6.1.4.1." + oid, new Counter32(value));
    }

    Answers text(String oid, String value, Charset charset) {
        return put(oid, new OctetString(value.getBytes(charset)));
    }

    Answers supply(int index, int colorant, int supplyClass, int type, String description, int max, int level) {
        return number(SUPPLIES + "3.1." + index, colorant)
                .number(SUPPLIES + "4.1." + index, supplyClass)
                .number(SUPPLIES + "5.1." + index, type)
                .text(SUPPLIES + "6.1." + index, description)
                .number(SUPPLIES + "7.1." + index, 7)
                .number(SUPPLIES + "8.1." + index, max)
                .number(SUPPLIES + "9.1." + index, level);
    }

    Answers toner(int index, String description, int max, int level) {
        return supply(index, 0, 3, 3, description, max, level);
    }

    Answers colorant(int index, String name) {
        return put("1.3.6.1.2.1.43.12.1.1.4.1." + index, new OctetString(name.getBytes(StandardCharsets.UTF_8)));
    }

    Answers alert(int row, int severity, int group, int groupIndex, int code, String text) {
        var column = "1.3.6.1.2.1.43.18.1.1.";
        return number(column + "2.1." + row, severity)
                .number(column + "4.1." + row, group)
                .number(column + "5.1." + row, groupIndex)
                .number(column + "7.1." + row, code)
                .text(column + "8.1." + row, text);
    }

    PrinterReading read() {
        return PrinterMib.interpret(answer);
    }
}
