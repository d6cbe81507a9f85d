package org.peercoach.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.demo.platform.DemoPlatform;
import org.peercoach.demo.platform.ToolRegistration;

/** What an administrator of this LMS can do: habits, tools, reset. */
final class SetUpPage {

    private static final String MAIN = """
            <div class="pc-head"><div><h1 tabindex="-1">Set-up</h1><p>How this LMS behaves, and which tools it knows.</p></div></div>
            <div class="pc-stack">{note}
            <section class="pc-panel" aria-labelledby="habits"><h2 id="habits">Habits</h2>{form}</section>
            <section class="pc-panel pc-panel-flush" aria-labelledby="tools"><div class="pc-panel-head"><h2 id="tools">Tools</h2></div>
              <table class="pc-table pc-table-stack" role="table"><caption>Registrations of this LMS</caption>
              <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Tool</th><th scope="col" role="columnheader">Client id</th><th scope="col" role="columnheader">Deployment</th><th scope="col" role="columnheader">State</th><th scope="col" role="columnheader"><span class="visually-hidden">To do</span></th></tr></thead>
              <tbody role="rowgroup">{tools}</tbody></table>
              <div class="lms-install"><form method="post" action="/install"><button class="btn btn-outline-secondary">{plug}Install by dynamic registration</button></form></div>
            </section>
            <div class="pc-cols"><section class="pc-panel" aria-labelledby="addresses"><h2 id="addresses">Addresses</h2><dl class="pc-facts">
              <dt>Issuer</dt><dd><code>{issuer}</code></dd><dt>Configuration</dt><dd><code>{configuration}</code></dd><dt>Sign-in</dt><dd><code>{authorization}</code></dd><dt>Tokens</dt><dd><code>{token}</code></dd><dt>Keys</dt><dd><code>{jwks}</code></dd></dl></section>
            <section class="pc-panel" aria-labelledby="reset"><h2 id="reset">Reset the demo</h2><p>Empties this gradebook and the list, removes what was added and turns the habits back. What people wrote in Peer Coaching stays there.</p>
              <form method="post" action="/reset"><button class="btn btn-outline-secondary">{again}Reset the demo</button></form></section></div>
            </div>
            """;
    private static final String TOOL = """
            <tr role="row"><th scope="row" role="rowheader">{name}</th><td role="cell" data-label="Client id"><div><code>{client}</code></div></td><td role="cell" data-label="Deployment"><div><code>{deployment}</code></div></td><td role="cell" data-label="State"><div>{state}</div></td><td role="cell"><div class="lms-do">{actions}</div></td></tr>
            """;
    private static final String ACTION = """
            <form method="post" action="{path}"><input type="hidden" name="client" value="{client}"><button class="btn btn-outline-secondary btn-sm">{words}<span class="visually-hidden"> {client}</span></button></form>
            """;

    private final DemoPlatform platform;

    SetUpPage(DemoPlatform platform) {
        this.platform = platform;
    }

    Response show(@Nullable String said) {
        Markup main = Markup.of(
                MAIN,
                "note",
                said == null ? Markup.NONE : note(said),
                "form",
                new Behaviour(platform).form(),
                "tools",
                Markup.all(platform.tools().all().stream().map(this::tool)),
                "plug",
                Markup.icon("plug"),
                "again",
                Markup.icon("again"),
                "issuer",
                platform.endpoints().issuer(),
                "configuration",
                platform.endpoints().openIdConfiguration(),
                "authorization",
                platform.endpoints().authorization(),
                "token",
                platform.endpoints().token(),
                "jwks",
                platform.endpoints().jwks());
        return Response.html(200, Frame.around(Frame.Page.of("Set-up", "/set-up", main)));
    }

    private static Markup note(String said) {
        String words = switch (said) {
            case "installed" ->
                "The installer has closed. A new tool is in the list below; launches use it after you press its button.";
            case "reset" -> "The demo is as it was at the beginning.";
            default -> "Saved. The next launch and the next call follow it.";
        };
        return Markup.of(
                "<div class=\"pc-note pc-ok\" role=\"status\">{icon}<div><p class=\"m-0\">{words}</p></div></div>",
                "icon",
                Markup.icon("done"),
                "words",
                words);
    }

    private Markup tool(ToolRegistration tool) {
        boolean inUse = platform.tools().inUse().clientId().equals(tool.clientId());
        return Markup.of(
                TOOL,
                "name",
                tool.name(),
                "client",
                tool.clientId(),
                "deployment",
                tool.deploymentId(),
                "state",
                state(tool, inUse),
                "actions",
                actions(tool, inUse));
    }

    private static Markup state(ToolRegistration tool, boolean inUse) {
        if (inUse) {
            return Markup.state("ok", "done", "Launches use it");
        }
        return tool.active() ? Markup.state("idle", "none", "Not in use") : Markup.state("wait", "waiting", "Pending");
    }

    private List<Markup> actions(ToolRegistration tool, boolean inUse) {
        Markup use =
                inUse ? Markup.NONE : action("/use", tool, tool.active() ? "Use for launches" : "Activate and use");
        Markup renew = tool.accessToken() == null ? Markup.NONE : action("/install", tool, "Register again");
        boolean deploys = platform.switches().canvas() && inUse && tool.accessToken() != null;
        Markup deploy = deploys ? action("/deploy", tool, "Add in another place") : Markup.NONE;
        return List.of(use, deploy, renew);
    }

    private static Markup action(String path, ToolRegistration tool, String words) {
        return Markup.of(ACTION, "path", path, "client", tool.clientId(), "words", words);
    }
}
