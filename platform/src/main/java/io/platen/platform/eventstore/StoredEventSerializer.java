package io.platen.platform.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.Objects;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** JSON by Jackson 3, with the names of {@link StoredEventTypes} in place of class names. */
public final class StoredEventSerializer extends Jackson3Serializer {

    private final StoredEventTypes types;

    private StoredEventSerializer(Builder builder, StoredEventTypes types) {
        super(builder);
        this.types = types;
    }

    /** For events, messages and tokens. */
    public static StoredEventSerializer of(StoredEventTypes types) {
        return new StoredEventSerializer(
                Jackson3Serializer.builder().jsonMapperBuilderCustomizer(StoredEventSerializer::allowTokens), types);
    }

    /** For snapshots: reads and writes the private fields of aggregates; the revision is their {@link Shape}. */
    public static StoredEventSerializer ofFields(StoredEventTypes types) {
        return new StoredEventSerializer(
                Jackson3Serializer.builder()
                        .revisionResolver(Shape::of)
                        .jsonMapperBuilderCustomizer(StoredEventSerializer::seeFields),
                types);
    }

    /** Whether something stored under this type can be read as what its class is now. */
    boolean fits(SerializedType stored) {
        var type = classForType(stored);
        return type != UnknownSerializedType.class
                && Objects.equals(typeForClass(type).getRevision(), stored.getRevision());
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return types.classOf(type.getName()).<Class<?>>map(event -> event).orElseGet(() -> super.classForType(type));
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature is Axon's
    public SerializedType typeForClass(Class type) {
        if (type == null) {
            return super.typeForClass(type);
        }
        return types.nameFor(type)
                .<SerializedType>map(name ->
                        new SimpleSerializedType(name, getRevisionResolver().revisionOf(type)))
                .orElseGet(() -> super.typeForClass(type));
    }

    /** A replay token holds other tokens by class name; without this a processor never starts on a store with events. */
    private static void allowTokens(JsonMapper.Builder mapper) {
        mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("java.util.")
                .allowIfSubType(CommitOrderToken.class)
                .build());
    }

    private static void seeFields(JsonMapper.Builder mapper) {
        allowTokens(mapper);
        mapper.changeDefaultVisibility(checker -> checker.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY));
    }
}
