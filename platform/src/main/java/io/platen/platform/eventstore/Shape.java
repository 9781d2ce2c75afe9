package io.platen.platform.eventstore;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.serialization.Revision;

/**
 * Tells whether a snapshot still fits its class: a text that changes when a field of the aggregate, or of a type of this
 * house that it holds, is added, removed or changes its type. {@link Revision} on the aggregate changes it by hand.
 */
final class Shape {

    private static final String OURS = "io.platen.";

    private Shape() {}

    static String of(Class<?> type) {
        var fields = new TreeMap<String, String>();
        collect(type, fields);
        var revision = type.getAnnotation(Revision.class);
        return (revision == null ? "" : revision.value() + "-") + Integer.toHexString(fields.hashCode());
    }

    private static void collect(Type type, Map<String, String> fields) {
        if (type instanceof ParameterizedType generic) {
            collect(generic.getRawType(), fields);
            for (var argument : generic.getActualTypeArguments()) {
                collect(argument, fields);
            }
        } else if (type instanceof Class<?> owner
                && owner.getName().startsWith(OURS)
                && fields.putIfAbsent(owner.getName(), "") == null) {
            for (var field : owner.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    fields.put(
                            owner.getName() + "." + field.getName(),
                            field.getGenericType().getTypeName());
                    collect(field.getGenericType(), fields);
                }
            }
            if (owner.getSuperclass() != null) {
                collect(owner.getSuperclass(), fields);
            }
            if (owner.isSealed()) {
                for (var permitted : owner.getPermittedSubclasses()) {
                    collect(permitted, fields);
                }
            }
        }
    }
}
