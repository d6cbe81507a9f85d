package org.peercoach.lti.administration;

import java.util.List;
import java.util.Map;
import org.peercoach.lti.registration.ToolDescription;
import org.springframework.stereotype.Component;

/** What an administrator types into an LMS: our own addresses and what we ask for. */
@Component
public class ToolAddresses {

    private final ToolDescription tool;

    ToolAddresses(ToolDescription tool) {
        this.tool = tool;
    }

    public String launch() {
        return tool.launch();
    }

    /** Where trainers pick what to place (Deep Linking). */
    public String picker() {
        return tool.pick();
    }

    public String login() {
        return tool.login();
    }

    public String jwks() {
        return tool.jwks();
    }

    /** Where dynamic registration begins. */
    public String register() {
        return tool.register();
    }

    public String canvasJson() {
        return tool.canvasJson();
    }

    public String domain() {
        return tool.domain();
    }

    public String icon() {
        return tool.icon();
    }

    /** What should come with every launch: names of custom parameters, and the LMS's variables as their values. */
    public Map<String, String> parameters() {
        return tool.custom();
    }

    public List<String> scopes() {
        return tool.scopes();
    }
}
