package io.platen.platform.spreadsheet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Unpacks each part once, within the limits, and refuses the workbook for whatever is not harmless in it. */
final class WorkbookScan {

    private static final String MAIN_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final String TEXTS_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";
    private static final String STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final Pattern MACROS =
            Pattern.compile("vbaproject|vbadata|macroenabled|macrosheet|activex|dialogsheet", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTERNAL = Pattern.compile(
            "externallink|/connections\\b|\\.connections\\+|querytable|customdata|ddelink|webextension",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTERNAL_ROOT =
            Pattern.compile("externalLink|connections|queryTable|ddeLink|oleLink|volTypes");

    private static final int MOST_SHEETS = 100;
    private static final int MOST_RELATIONSHIPS = 1_000;
    private static final int MOST_STYLES = 66_000;

    private record SheetEntry(String name, String relationship) {}

    private final WorkbookLimits limits;
    private final PartScan scan = new PartScan();

    private final Map<String, String> roots = new HashMap<>();
    private final Map<String, String> partsByType = new HashMap<>();
    private final Map<String, Map<String, String>> targets = new HashMap<>();
    private final Map<String, List<SheetEntry>> sheets = new HashMap<>();
    private final Map<String, Integer> sharedTexts = new HashMap<>();
    private int highestSharedText = -1;

    private WorkbookScan(WorkbookLimits limits) {
        this.limits = limits;
    }

    /**
     * @return whether there are formats of cells to look at
     * @throws UnreadableWorkbook for the first reason that is found
     */
    static boolean of(FileChannel file, WorkbookLimits limits) throws IOException {
        var scan = new WorkbookScan(limits);
        for (var entry : ZipDirectory.of(file, limits)) {
            scan.look(file, entry);
        }
        return scan.verify();
    }

    private void look(FileChannel file, ZipDirectory.Entry entry) throws IOException {
        refuse(entry.name());
        try (var bytes = new Unpacked(file, entry)) {
            var name = entry.name().toLowerCase(Locale.ROOT);
            if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
                scan.scan(entry.name(), bytes, new Part(entry.name(), entry.unpacked()));
            }
            bytes.skipRest();
        }
    }

    private static void refuse(String mention) {
        if (MACROS.matcher(mention).find()) {
            throw new UnreadableWorkbook(WorkbookProblem.MACROS, mention);
        }
        if (EXTERNAL.matcher(mention).find()) {
            throw new UnreadableWorkbook(WorkbookProblem.EXTERNAL, mention);
        }
    }

    /** That what the rows' reader opens is what was looked at. */
    private boolean verify() {
        var workbook = present(partsByType.get(MAIN_TYPE), "no workbook");
        require(isRoot(workbook, "workbook"), "no workbook");
        var folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        var relationships = present(
                targets.get(folder + "_rels/" + workbook.substring(folder.length()) + ".rels"), "no relationships");
        var listed = sheets.getOrDefault(workbook, List.of());
        require(!listed.isEmpty(), "no sheets");
        for (var sheet : listed) {
            var target = present(relationships.get(sheet.relationship), "no part of a sheet");
            var part = target.startsWith("/") ? target.substring(1) : folder + target;
            require(isRoot(part, "worksheet") || isRoot(part, "chartsheet"), "not a sheet: " + part);
        }
        var texts = partsByType.get(TEXTS_TYPE);
        require(texts == null || isRoot(texts, "sst"), "no shared texts");
        require(
                highestSharedText < (texts == null ? 0 : sharedTexts.getOrDefault(texts, 0)),
                "a cell shares a text that is not there");
        var styles = partsByType.get(STYLES_TYPE);
        require(styles == null || isRoot(styles, "styleSheet"), "no styles");
        return styles != null;
    }

    private boolean isRoot(String part, String root) {
        return root.equals(roots.get(part.toLowerCase(Locale.ROOT)));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw UnreadableWorkbook.broken(otherwise);
        }
    }

    private static <T> T present(@Nullable T value, String otherwise) {
        if (value == null) {
            throw UnreadableWorkbook.broken(otherwise);
        }
        return value;
    }

    /** One part, whatever it turns out to be. */
    private final class Part implements PartScan.Listener {

        private final String part;
        private final long size;
        private PartScan.Listener elements = (depth, name, attributes) -> {};

        Part(String part, long size) {
            this.part = part;
            this.size = size;
        }

        @Override
        public void start(int depth, String name, PartScan.Attributes attributes) {
            if (depth == 1) {
                root(name);
            } else if (name.equals("ddeLink") || name.equals("oleLink") || name.equals("externalReference")) {
                throw new UnreadableWorkbook(WorkbookProblem.EXTERNAL, part + " links to elsewhere");
            }
            elements.start(depth, name, attributes);
        }

        private void root(String name) {
            roots.put(part.toLowerCase(Locale.ROOT), name);
            if (EXTERNAL_ROOT.matcher(name).matches()) {
                throw new UnreadableWorkbook(WorkbookProblem.EXTERNAL, part + " is of " + name);
            }
            refuse(name);
            if (!name.equals("worksheet") && size > limits.partBytes()) {
                throw new UnreadableWorkbook(WorkbookProblem.TOO_LARGE, part + " unpacks to " + size);
            }
            elements = switch (name) {
                case "worksheet" ->
                    new SheetScan(part, limits, index -> highestSharedText = Math.max(highestSharedText, index));
                case "Types" -> this::contentType;
                case "Relationships" -> relationships();
                case "workbook" -> workbook();
                case "sst" -> new SharedTexts();
                case "styleSheet" -> styles();
                default -> elements;
            };
        }

        @Override
        public void text(int length) {
            elements.text(length);
        }

        @Override
        public boolean wantsText() {
            return elements.wantsText();
        }

        @Override
        public void text(String text) {
            elements.text(text);
        }

        @Override
        public void end(int depth) {
            elements.end(depth);
        }

        private void contentType(int depth, String name, PartScan.Attributes attributes) {
            if (depth != 2) {
                return;
            }
            var type = attributes.require("ContentType");
            refuse(type);
            if (type.equals(MAIN_TYPE) || type.equals(TEXTS_TYPE) || type.equals(STYLES_TYPE)) {
                var named = name.equals("Override") ? attributes.require("PartName") : "/xl/workbook.xml";
                require(name.equals("Override") || type.equals(MAIN_TYPE), "a type for everything");
                require(part.equals("[Content_Types].xml"), "types in " + part);
                require(
                        partsByType.put(type, named.startsWith("/") ? named.substring(1) : named) == null,
                        "two of " + type);
            }
        }

        private PartScan.Listener relationships() {
            Map<String, String> targetsById = new HashMap<>();
            targets.put(part, targetsById);
            return (depth, name, attributes) -> {
                if (depth != 2) {
                    return;
                }
                var type = attributes.require("Type");
                refuse(type);
                var outside = "External".equals(attributes.get("TargetMode"));
                if (outside && !type.endsWith("/hyperlink")) { // which a person follows, or not
                    throw new UnreadableWorkbook(WorkbookProblem.EXTERNAL, part + " leads to elsewhere");
                }
                require(targetsById.size() < MOST_RELATIONSHIPS, "too many relationships");
                var id = attributes.require("Id");
                require(targetsById.put(id, attributes.require("Target")) == null, "two of " + id);
            };
        }

        private PartScan.Listener workbook() {
            var listed = new ArrayList<SheetEntry>();
            Set<String> names = new HashSet<>();
            sheets.put(part, listed);
            return (depth, name, attributes) -> {
                switch (name) {
                    case "sheet" -> {
                        var sheet = attributes.require("name");
                        require(names.add(sheet.toLowerCase(Locale.ROOT)), "two sheets of one name");
                        require(listed.size() < MOST_SHEETS, "too many sheets");
                        listed.add(new SheetEntry(sheet, relationshipOf(attributes)));
                    }
                    case "workbookView" -> requireNumber(attributes.get("activeTab"));
                    default -> {}
                }
            };
        }

        private String relationshipOf(PartScan.Attributes attributes) {
            return present(attributes.getOfNamespace(RELATIONSHIPS, "id"), "a sheet without a part");
        }

        private static void requireNumber(@Nullable String value) {
            require(value == null || value.matches("[0-9]{1,6}"), "no number");
        }

        private PartScan.Listener styles() {
            return new PartScan.Listener() {

                private int count;

                @Override
                public void start(int depth, String name, PartScan.Attributes attributes) {
                    if (name.equals("xf") || name.equals("numFmt")) {
                        require(++count <= MOST_STYLES, "too many styles");
                    }
                    if (name.equals("numFmt")) {
                        attributes.require("numFmtId");
                        attributes.require("formatCode");
                    } else if (name.equals("xf")) {
                        requireNumber(attributes.get("numFmtId"));
                    }
                }
            };
        }

        /** The texts that cells share. */
        private final class SharedTexts implements PartScan.Listener {

            private int count;
            private int length;

            @Override
            public void start(int depth, String name, PartScan.Attributes attributes) {
                if (name.equals("si")) {
                    require(depth == 2, "a shared text in another");
                    length = 0;
                    if (++count > limits.sharedTexts()) {
                        throw new UnreadableWorkbook(
                                WorkbookProblem.TOO_LARGE, "more shared texts than " + limits.sharedTexts());
                    }
                    sharedTexts.put(part, count);
                }
            }

            @Override
            public void text(int more) {
                length += more;
                if (length > limits.cellLength()) {
                    throw new UnreadableWorkbook(WorkbookProblem.TOO_LARGE, "a shared text of " + length);
                }
            }
        }
    }
}
