package org.peercoach.demo.platform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tools that this LMS knows, and which of them launches use. */
public final class Tools {

    private final Parts parts;
    private final String toolBaseUrl;

    Tools(Parts parts, String toolBaseUrl) {
        this.parts = parts;
        this.toolBaseUrl = toolBaseUrl;
    }

    /** The built-in one first. */
    public List<ToolRegistration> all() {
        return Stream.concat(
                        Stream.of(ToolRegistration.builtIn(toolBaseUrl)),
                        parts.notebook().state().registrations().stream())
                .toList();
    }

    public Optional<ToolRegistration> byClientId(String clientId) {
        return all().stream().filter(one -> one.clientId().equals(clientId)).findFirst();
    }

    public ToolRegistration inUse() {
        return byClientId(parts.notebook().state().clientInUse())
                .orElseGet(() -> ToolRegistration.builtIn(toolBaseUrl));
    }

    /** From now on launches use this registration; a pending one becomes active, as by Moodle's button. */
    public void use(String clientId) {
        byClientId(clientId).ifPresent(tool -> {
            if (!clientId.equals(ToolRegistration.BUILT_IN)) {
                parts.notebook().change(now -> now.with(tool.activated()));
            }
            parts.notebook().change(now -> now.withClientInUse(clientId));
            parts.notebook()
                    .tell(Event.Kind.SET_UP, "Launches now use the registration " + clientId + " of " + tool.name());
        });
    }

    /** Adds the tool in one more place, as Canvas does by client id; launches come from there from now on. */
    public void deploy(String clientId) {
        byClientId(clientId)
                .filter(tool -> !clientId.equals(ToolRegistration.BUILT_IN))
                .ifPresent(tool -> {
                    keep(tool.deployedAs(parts.notebook().nextId()));
                    parts.notebook().tell(Event.Kind.SET_UP, tool.name() + " was added in another place");
                });
    }

    void keep(ToolRegistration registration) {
        parts.notebook().change(now -> now.with(registration));
    }
}
