package org.peercoach.lti.administration;

import java.util.List;
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

    public List<String> scopes() {
        return tool.scopes();
    }
}
