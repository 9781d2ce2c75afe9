package io.platen.platform.spreadsheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every element of a part with the parser that reads the rows later, so that nothing surprises that one: it knows
 * no bounds and trusts what it reads.
 */
final class PartScan {

    /** Told of the elements of a part; the root has depth 1. */
    interface Listener {

        void start(int depth, String name, Attributes attributes);

        default void text(int length) {}

        /** Whether it wants to know the next text as well as its length. */
        default boolean wantsText() {
            return false;
        }

        default void text(String text) {}

        default void end(int depth) {}
    }

    private static final int DEEPEST = 100;
    private static final int MOST_ATTRIBUTES = 200;

    /** Parsers remember names for ever. */
    private static final int MOST_NAMES = 400;

    private static final int LONGEST_NAME = 100;

    private final XMLInputFactory parsers;

    PartScan() {
        parsers = new InputFactoryImpl(); // of its own, so that strange names are forgotten with it
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    void scan(String part, Unpacked bytes, Listener listener) throws IOException {
        try {
            scan(part, parsers.createXMLStreamReader(bytes.asMarkup()), listener);
        } catch (UnreadableWorkbook refused) {
            throw refused;
        } catch (XMLStreamException | RuntimeException e) { // the parser throws several of the latter
            throw new UnreadableWorkbook(WorkbookProblem.NOT_A_WORKBOOK, part + " cannot be parsed", e);
        }
    }

    private static void scan(String part, XMLStreamReader reader, Listener listener) throws XMLStreamException {
        Set<String> names = new HashSet<>();
        var depth = 0;
        requireUtf8(part, reader);
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    remember(reader, names);
                    if (depth > DEEPEST || names.size() > MOST_NAMES) {
                        throw UnreadableWorkbook.broken(part + " is built like no workbook");
                    }
                    listener.start(depth, reader.getLocalName(), new Attributes(part, reader));
                }
                case XMLStreamConstants.END_ELEMENT -> listener.end(depth--);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> {
                    listener.text(reader.getTextLength());
                    if (listener.wantsText()) {
                        listener.text(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.ENTITY_REFERENCE,
                        XMLStreamConstants.ENTITY_DECLARATION ->
                    throw new UnreadableWorkbook(WorkbookProblem.EXTERNAL, part + " declares or uses an entity");
                case XMLStreamConstants
                        .CDATA -> // has no bound that could be watched, and no spreadsheet program writes it
                    throw UnreadableWorkbook.broken(part + " holds CDATA");
                default -> {}
            }
        }
    }

    private static void requireUtf8(String part, XMLStreamReader reader) {
        var declared = reader.getCharacterEncodingScheme();
        var found = reader.getEncoding();
        if ((declared != null && !declared.equalsIgnoreCase("UTF-8"))
                || (found != null && !found.equalsIgnoreCase("UTF-8") && !found.equalsIgnoreCase("US-ASCII"))) {
            throw UnreadableWorkbook.broken(part + " is not in UTF-8");
        }
    }

    private static void remember(XMLStreamReader reader, Set<String> names) {
        var attributes = reader.getAttributeCount();
        var namespaces = reader.getNamespaceCount();
        if (attributes + namespaces > MOST_ATTRIBUTES) {
            throw UnreadableWorkbook.broken("an element with " + attributes + " attributes");
        }
        remember(reader.getLocalName(), reader.getPrefix(), names);
        for (int i = 0; i < attributes; i++) {
            remember(reader.getAttributeLocalName(i), reader.getAttributePrefix(i), names);
        }
        for (int i = 0; i < namespaces; i++) {
            remember("xmlns", reader.getNamespacePrefix(i), names);
        }
    }

    private static void remember(String name, @Nullable String prefix, Set<String> names) {
        if (name.length() > LONGEST_NAME || (prefix != null && prefix.length() > LONGEST_NAME)) {
            throw UnreadableWorkbook.broken("a name of " + name.length() + " characters");
        }
        names.add(prefix == null || prefix.isEmpty() ? name : prefix + ':' + name);
    }

    /** Of the current element. */
    static final class Attributes {

        private final String part;
        private final XMLStreamReader reader;

        private Attributes(String part, XMLStreamReader reader) {
            this.part = part;
            this.reader = reader;
        }

        /** Without a namespace. */
        @Nullable
        String get(String name) {
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                if (name.equals(reader.getAttributeLocalName(i)) && isEmpty(reader.getAttributeNamespace(i))) {
                    return reader.getAttributeValue(i);
                }
            }
            return null;
        }

        String require(String name) {
            var value = get(name);
            if (value == null) {
                throw UnreadableWorkbook.broken(part + " lacks " + name);
            }
            return value;
        }

        /** Whatever its prefix. */
        @Nullable
        String getOfNamespace(String namespace, String name) {
            return reader.getAttributeValue(namespace, name);
        }

        private static boolean isEmpty(@Nullable String text) {
            return text == null || text.isEmpty();
        }
    }
}
