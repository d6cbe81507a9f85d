package org.peercoach.lti.launch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.InfrastructureProxy;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of launches, on connections that never leave transaction mode: a connection of the usual pool is told to
 * enter and to leave it each time, and these two round trips are a tenth of what a launch costs the database. Inside,
 * whoever asks for the usual data source gets the launch's connection.
 */
@Component
class LaunchTransactions implements DisposableBean {

    private final HikariDataSource connections;
    private final TransactionTemplate template;

    LaunchTransactions(DataSource usual) throws SQLException {
        HikariConfig config = new HikariConfig();
        usual.unwrap(HikariDataSource.class).copyStateTo(config);
        config.setPoolName("launches");
        config.setAutoCommit(false);
        config.setMinimumIdle(1);
        this.connections = new HikariDataSource(config);
        this.template = new TransactionTemplate(new JdbcTransactionManager(new InPlaceOf(usual, connections)));
    }

    /** Runs {@code work} in a transaction of its own; an exception rolls it back. */
    <T> T run(Supplier<T> work) {
        T result = template.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("a launch ends somewhere");
        }
        return result;
    }

    @Override
    public void destroy() {
        connections.close();
    }

    /** Gives connections of one pool, and is taken for another data source by those who look for its transaction. */
    private static final class InPlaceOf extends AbstractDataSource implements InfrastructureProxy {

        private final DataSource usual;
        private final DataSource connections;

        InPlaceOf(DataSource usual, DataSource connections) {
            this.usual = usual;
            this.connections = connections;
        }

        @Override
        public Object getWrappedObject() {
            return usual;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return connections.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLException("connections of launches belong to the tool's own database user");
        }
    }
}
