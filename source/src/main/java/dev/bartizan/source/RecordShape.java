package dev.bartizan.source;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The components of a record class as {@link StrictReader} sees them. */
record RecordShape(Constructor<?> constructor, List<Component> components) {
    private static final ClassValue<RecordShape> KNOWN = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return reflect(type);
        }
    };

    /**
     * @param key empty for the location of the mapping itself, which is no key
     * @param otherwise the text of its default
     */
    record Component(String key, Type type, Optional<String> otherwise, boolean required) {
        boolean isKey() {
            return !key.isEmpty();
        }
    }

    static RecordShape of(Class<?> type) {
        return KNOWN.get(type);
    }

    List<String> keys() {
        return components.stream()
                .filter(Component::isKey)
                .map(Component::key)
                .sorted()
                .toList();
    }

    private static RecordShape reflect(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordShape(
                    constructor,
                    Arrays.stream(components).map(RecordShape::component).toList());
        } catch (NoSuchMethodException exception) {
            throw new IllegalStateException("a record without its canonical constructor: " + type, exception);
        }
    }

    private static Component component(RecordComponent component) {
        Named named = component.getAnnotation(Named.class);
        Default otherwise = component.getAnnotation(Default.class);
        String key = named != null ? named.value() : kebab(component.getName());
        return new Component(
                component.getType() == Location.class ? "" : key,
                component.getGenericType(),
                otherwise != null ? Optional.of(otherwise.value()) : Optional.empty(),
                component.isAnnotationPresent(Required.class));
    }

    /** {@code absenceOf} becomes {@code absence-of}. */
    static String kebab(String name) {
        var kebab = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            if (Character.isUpperCase(unit) && i > 0) {
                kebab.append('-');
            }
            kebab.append(Character.toLowerCase(unit));
        }
        return kebab.toString();
    }

    /** {@code MAY_DO} becomes {@code may-do}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
