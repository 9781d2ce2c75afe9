package io.platen.platform.spreadsheet;

import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/** Looks at the cells of a sheet: each in its place, none with a formula, no more than the limits. */
final class SheetScan implements PartScan.Listener {

    private static final Set<String> TYPES = Set.of("b", "e", "n", "str", "s", "inlineStr");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private static final int LAST_ROW = 1_048_576;
    private static final int LONGEST_VALUE = 64;

    private static final int OF_DATA = 2;
    private static final int OF_ROW = 3;
    private static final int OF_CELL = 4;

    private final String part;
    private final WorkbookLimits limits;
    private final IntConsumer shared;

    private boolean inData;
    private boolean afterData;
    private int rows;
    private int row;
    private int column;
    private boolean inCell;
    private String type = "n";
    private int length;
    private long index;

    /** @param shared told of the shared texts that cells name */
    SheetScan(String part, WorkbookLimits limits, IntConsumer shared) {
        this.part = part;
        this.limits = limits;
        this.shared = shared;
    }

    @Override
    public void start(int depth, String name, PartScan.Attributes attributes) {
        if (!inData) {
            if (name.equals("sheetData")) {
                require(depth == OF_DATA && !afterData, "cells in an odd place");
                inData = true;
            }
            return;
        }
        switch (name) {
            case "row" -> {
                require(depth == OF_ROW, "a row in an odd place");
                row(attributes);
            }
            case "c" -> {
                require(depth == OF_CELL, "a cell in an odd place");
                cell(attributes);
            }
            case "f" -> throw new UnreadableWorkbook(WorkbookProblem.FORMULAS, part + " row " + row);
            default -> require(depth > OF_CELL, "something between the cells");
        }
    }

    private void row(PartScan.Attributes attributes) {
        if (++rows > limits.rows()) {
            throw new UnreadableWorkbook(WorkbookProblem.TOO_MANY_ROWS, part + " has more than " + limits.rows());
        }
        var number = number(attributes.require("r"), 0);
        require(number > row && number <= LAST_ROW, "rows out of order");
        row = number;
        column = 0;
    }

    private void cell(PartScan.Attributes attributes) {
        var address = attributes.require("r");
        var letters = 0;
        var at = 0;
        while (letters < 4 && letters < address.length() && isLetter(address.charAt(letters))) {
            at = at * 26 + address.charAt(letters++) - 'A' + 1;
        }
        require(letters >= 1 && letters <= 3 && number(address, letters) == row, "a cell out of its row");
        require(at > column, "cells out of order");
        if (at > limits.columns()) {
            throw new UnreadableWorkbook(WorkbookProblem.TOO_MANY_COLUMNS, part + " has more than " + limits.columns());
        }
        column = at;
        var style = attributes.get("s");
        require(style == null || NUMBER.matcher(style).matches(), "no number of a style");
        var told = attributes.get("t");
        type = told == null ? "n" : told;
        require(TYPES.contains(type), "a cell of the type " + type);
        inCell = true;
        length = 0;
        index = 0;
    }

    @Override
    public void text(int more) {
        if (inCell) {
            length += more;
            var most = type.equals("inlineStr") || type.equals("str") ? limits.cellLength() : LONGEST_VALUE;
            if (length > most) {
                throw new UnreadableWorkbook(WorkbookProblem.TOO_LARGE, part + " row " + row + " has a long cell");
            }
        }
    }

    /** Only shared texts are looked at; a number without digits is found by who reads it. */
    @Override
    public boolean wantsText() {
        return inCell && type.equals("s");
    }

    @Override
    public void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            var digit = text.charAt(i) - '0';
            if (digit >= 0 && digit <= 9) {
                index = Math.min(index * 10 + digit, Integer.MAX_VALUE);
            } else {
                require(Character.isWhitespace(text.charAt(i)), "no number of a shared text");
            }
        }
    }

    @Override
    public void end(int depth) {
        if (inData && depth == OF_CELL) {
            if (inCell && type.equals("s") && length > 0) {
                shared.accept((int) index);
            }
            inCell = false;
        } else if (inData && depth == OF_DATA) {
            inData = false;
            afterData = true;
        }
    }

    private static int number(String text, int from) {
        var digits = text.length() - from;
        require(digits >= 1 && digits <= 7, "no number of a row");
        var number = 0;
        for (int i = from; i < text.length(); i++) {
            var digit = text.charAt(i) - '0';
            require(digit >= 0 && digit <= 9, "no number of a row");
            number = number * 10 + digit;
        }
        return number;
    }

    private static boolean isLetter(char character) {
        return character >= 'A' && character <= 'Z';
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw UnreadableWorkbook.broken(otherwise);
        }
    }
}
