package org.peercoach.lti.launch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What a test's launches leave in the log. */
final class LaunchLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("org.peercoach");

    static LaunchLog open() {
        LaunchLog log = new LaunchLog();
        log.start();
        log.logger.addAppender(log);
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.INFO)) {
            lines.add(event.getFormattedMessage());
        }
    }

    /** The lines that hold this text. */
    List<String> about(String text) {
        return lines.stream().filter(line -> line.contains(text)).toList();
    }

    List<String> all() {
        return lines;
    }

    @Override
    public void close() {
        logger.detachAppender(this);
    }
}
