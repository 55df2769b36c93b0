package org.maxdock.mount;

/**
 * What to map instead.
 *
 * @param host      the folder that the engine will accept
 * @param container where to map it
 * @param path      where the data is then, inside the container
 */
public record Mend(String host, String container, String path) {

    /** The same with a folder further up, so that the data is deeper inside. */
    Mend higher(String parent) {
        String between = host.substring(parent.equals("/") ? 0 : parent.length());
        return new Mend(parent, container, container + between + path.substring(container.length()));
    }

    public Mapping apply(Mapping mapping) {
        return new Mapping(host, container, mapping.readOnly());
    }
}
