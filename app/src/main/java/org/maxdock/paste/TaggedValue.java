package org.maxdock.paste;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A value behind a tag as it would be without it. Its depth is bounded before ({@link PastedYaml}). */
final class TaggedValue implements ConstructNode {

    @Override
    public Object construct(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode sequence -> {
                List<Object> list = new ArrayList<>();
                sequence.getValue().forEach(one -> list.add(construct(one)));
                yield list;
            }
            case MappingNode mapping -> {
                Map<Object, Object> map = new LinkedHashMap<>();
                for (NodeTuple pair : mapping.getValue()) {
                    map.put(construct(pair.getKeyNode()), construct(pair.getValueNode()));
                }
                yield map;
            }
            default -> "";
        };
    }
}
