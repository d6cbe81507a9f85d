package org.peercoach.shared;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.Globals;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** An address that the container itself refuses, such as one with a zero byte, gets our page as well. */
@Component
class RefusedAddresses implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAddresses.class);
    private static final String PAGE = "/error";

    /** Comes after the valve that Boot adds, so it stands closer to the application and reports first. */
    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new OurPage(context)));
    }

    /** Leads to {@link FaultController}. A request that has reached the application has had its page from there. */
    private static final class OurPage extends ErrorReportValve {

        private final Context context;

        private OurPage(Context context) {
            this.context = context;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable fault) {
            int status = response.getStatus();
            if (request.getContext() != null
                    || status < 400
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            request.getMappingData().context = context;
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
            request.setAttribute(Globals.DISPATCHER_REQUEST_PATH_ATTR, PAGE);
            request.setAttribute(Globals.DISPATCHER_TYPE_ATTR, DispatcherType.ERROR);
            try {
                context.getServletContext()
                        .getRequestDispatcher(PAGE)
                        .forward(request.getRequest(), response.getResponse());
            } catch (IOException | ServletException | RuntimeException e) {
                LOG.debug("an answer of status {} stays without a page", status, e);
            }
        }
    }
}
