package org.maxdock.store;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.util.function.Function;

/** Reads a type that has a grammar from its text. */
final class TextConverter<T> extends StdConverter<String, T> {

    private final Class<T> type;
    private final Function<String, T> read;

    private TextConverter(Class<T> type, Function<String, T> read) {
        this.type = type;
        this.read = read;
    }

    /** Has a type be its text: what {@code toString} gives, {@code read} takes. */
    static <T> void add(SimpleModule module, Class<T> type, Function<String, T> read) {
        add(module, type, Object::toString, read);
    }

    /** The same where the text is another than that of {@code toString}. */
    static <T> void add(SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new ToStringSerializerBase(type) {
            @Override
            public String valueToString(Object value) {
                return write.apply(type.cast(value));
            }
        });
        module.addDeserializer(type, new StdDelegatingDeserializer<>(new TextConverter<>(type, read)));
    }

    @Override
    public T convert(String text) {
        return read.apply(text);
    }

    @Override
    public JavaType getInputType(TypeFactory types) {
        return types.constructType(String.class);
    }

    @Override
    public JavaType getOutputType(TypeFactory types) {
        return types.constructType(type);
    }
}
