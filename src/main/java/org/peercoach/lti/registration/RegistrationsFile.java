package org.peercoach.lti.registration;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A file of platforms that may launch, in YAML; {@code lti-config/registrations.example.yaml} shows its form. Whatever
 * is wrong is named with its line.
 */
final class RegistrationsFile {

    private static final int MOST_CHARACTERS = 64 * 1024 * 1024;

    /** The file cannot be used. Its message is one line for the operator. */
    static final class Faulty extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Faulty(Path file, int line, String what) {
            super("Registrations file " + file + (line > 0 ? ", line " + line : "") + ": " + what);
        }
    }

    /** One registration with the deployments that are approved. */
    record Entry(int line, RegistrationRow registration, List<String> deployments) {}

    private final PlatformAddresses addresses;

    RegistrationsFile(PlatformAddresses addresses) {
        this.addresses = addresses;
    }

    /** @throws Faulty if the file is missing, is no YAML, or an entry is not complete and safe */
    List<Entry> read(Path file) {
        Node root = compose(file);
        List<Entry> entries = new ArrayList<>();
        Map<List<String>, Integer> lines = new HashMap<>();
        for (Node node : list(file, root)) {
            Entry entry = new RegistrationsFileEntry(file, node, addresses).read();
            RegistrationRow row = entry.registration();
            Integer earlier = lines.putIfAbsent(List.of(row.issuer(), row.clientId()), entry.line());
            if (earlier != null) {
                throw new Faulty(
                        file, entry.line(), "this issuer and client-id stand already in the entry of line " + earlier);
            }
            entries.add(entry);
        }
        return entries;
    }

    private static Node compose(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Node root = new Yaml(options).compose(text);
            if (root == null) {
                throw new Faulty(file, 0, "the file is empty");
            }
            return root;
        } catch (NoSuchFileException e) {
            throw new Faulty(file, 0, "there is no such file");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new Faulty(file, line, "this is no YAML (" + e.getProblem() + ")");
        } catch (YAMLException | IOException e) {
            throw new Faulty(file, 0, "the file cannot be read (" + e.getMessage() + ")");
        }
    }

    private static List<Node> list(Path file, Node root) {
        if (root instanceof MappingNode mapping && mapping.getValue().size() == 1) {
            NodeTuple only = mapping.getValue().getFirst();
            if (only.getKeyNode() instanceof ScalarNode key
                    && key.getValue().equals("registrations")
                    && only.getValueNode() instanceof SequenceNode sequence) {
                return sequence.getValue();
            }
        }
        throw new Faulty(file, line(root), "the file must hold one list named \"registrations\"");
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
