package org.peercoach.lti.registration;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.RegistrationRow.Endpoints;
import org.peercoach.lti.registration.RegistrationsFile.Entry;
import org.peercoach.lti.registration.RegistrationsFile.Faulty;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one entry of a {@link RegistrationsFile}. */
final class RegistrationsFileEntry {

    private static final Set<String> KEYS = Set.of(
            "issuer",
            "client-id",
            "authorization-endpoint",
            "token-endpoint",
            "jwks-uri",
            "deployments",
            "name",
            "district",
            "audience",
            "product-family");

    private static final int LONGEST = 255;
    private static final int LONGEST_FAMILY = 64;
    private static final int LONGEST_ADDRESS = 2000;

    private final Path file;
    private final Node node;
    private final PlatformAddresses addresses;
    private final Map<String, Node> values = new LinkedHashMap<>();

    RegistrationsFileEntry(Path file, Node node, PlatformAddresses addresses) {
        this.file = file;
        this.node = node;
        this.addresses = addresses;
    }

    Entry read() {
        collect();
        String issuer = required("issuer", LONGEST);
        Endpoints endpoints =
                new Endpoints(address("authorization-endpoint"), address("token-endpoint"), address("jwks-uri"));
        String name = optional("name", LONGEST);
        String district = optional("district", LONGEST);
        String host = host(issuer);
        RegistrationRow registration = new RegistrationRow(
                issuer,
                required("client-id", LONGEST),
                name == null ? host : name,
                endpoints,
                optional("audience", LONGEST_ADDRESS),
                optional("product-family", LONGEST_FAMILY),
                district != null ? district : name != null ? name : host,
                false,
                null,
                null,
                "FILE");
        return new Entry(RegistrationsFile.line(node), registration, deployments());
    }

    private void collect() {
        if (!(node instanceof MappingNode mapping)) {
            throw fault(node, "an entry must be a list of names and values");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!KEYS.contains(key)) {
                throw fault(tuple.getKeyNode(), "\"" + key + "\" is not known here");
            }
            if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                throw fault(tuple.getKeyNode(), key + " stands twice");
            }
        }
    }

    private String required(String key, int longest) {
        String text = optional(key, longest);
        if (text == null) {
            Node where = values.get(key);
            throw fault(where == null ? node : where, key + " is missing");
        }
        return text;
    }

    private @Nullable String optional(String key, int longest) {
        Node value = values.get(key);
        if (value == null) {
            return null;
        }
        return text(key, value, longest);
    }

    private @Nullable String text(String key, Node value, int longest) {
        if (!(value instanceof ScalarNode scalar)) {
            throw fault(value, key + " must be one text");
        }
        String text = scalar.getValue().strip();
        if (text.length() > longest) {
            throw fault(value, key + " is longer than " + longest + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    private String address(String key) {
        String address = required(key, LONGEST_ADDRESS);
        if (!addresses.allows(address)) {
            throw fault(values.getOrDefault(key, node), key + " must be an https address");
        }
        return address;
    }

    private List<String> deployments() {
        Node value = values.get("deployments");
        if (!(value instanceof SequenceNode sequence)) {
            throw fault(value == null ? node : value, "deployments must be a list; [] for none");
        }
        Set<String> ids = new LinkedHashSet<>();
        for (Node item : sequence.getValue()) {
            String id = text("a deployment", item, LONGEST);
            if (id == null || !id.chars().allMatch(c -> c > ' ' && c < 127)) {
                throw fault(item, "a deployment must be 1 to 255 ASCII characters");
            }
            ids.add(id);
        }
        return List.copyOf(ids);
    }

    private String host(String issuer) {
        try {
            String host = URI.create(issuer).getHost();
            return host == null ? issuer : host;
        } catch (IllegalArgumentException e) {
            throw fault(values.getOrDefault("issuer", node), "issuer must be an address");
        }
    }

    private Faulty fault(Node where, String what) {
        return new Faulty(file, RegistrationsFile.line(where), what);
    }
}
