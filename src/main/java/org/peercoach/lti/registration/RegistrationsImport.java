package org.peercoach.lti.registration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.peercoach.lti.registration.Registrations.Approval;
import org.peercoach.lti.registration.Registrations.Stored;
import org.peercoach.lti.registration.RegistrationsFile.Entry;
import org.peercoach.shared.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the registrations file into the database before the first page is served. Entries that left the file stay. */
@Component
class RegistrationsImport implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationsImport.class);
    private static final int PORTION = 500;
    private static final int ATTEMPTS = 5;

    private final Settings settings;
    private final PlatformAddresses addresses;
    private final Registrations registrations;
    private final RegistrationCatalog catalog;
    private final TransactionTemplate transaction;

    RegistrationsImport(
            Settings settings,
            PlatformAddresses addresses,
            Registrations registrations,
            RegistrationCatalog catalog,
            PlatformTransactionManager transactions) {
        this.settings = settings;
        this.addresses = addresses;
        this.registrations = registrations;
        this.catalog = catalog;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        Path file = settings.lti().registrationsFile();
        if (file != null && !file.toString().isBlank()) {
            take(file);
        }
    }

    private void take(Path file) {
        List<Entry> entries = new RegistrationsFile(addresses).read(file);
        Map<List<String>, Stored> stored = registrations.all();
        List<RegistrationRow> added = new ArrayList<>();
        List<Stored> changed = new ArrayList<>();
        for (Entry entry : entries) {
            RegistrationRow row = entry.registration();
            Stored known = stored.get(List.of(row.issuer(), row.clientId()));
            if (known == null) {
                added.add(row);
            } else if (!known.row().equals(row)) {
                changed.add(new Stored(known.id(), row));
            }
        }
        inPortions(added, registrations::save);
        inPortions(changed, registrations::update);
        Map<List<String>, Stored> now = added.isEmpty() ? stored : registrations.all();
        inPortions(newApprovals(entries, now), registrations::approve);
        catalog.forget();
        LOG.info(
                "registrations file {}: {} entries, {} new, {} changed",
                file,
                entries.size(),
                added.size(),
                changed.size());
    }

    private List<Approval> newApprovals(List<Entry> entries, Map<List<String>, Stored> stored) {
        Map<Long, Set<String>> decided = registrations.decided();
        List<Approval> approvals = new ArrayList<>();
        for (Entry entry : entries) {
            RegistrationRow row = entry.registration();
            long id = Objects.requireNonNull(stored.get(List.of(row.issuer(), row.clientId())))
                    .id();
            Set<String> done = decided.getOrDefault(id, Set.of());
            entry.deployments().stream()
                    .filter(deployment -> !done.contains(deployment))
                    .map(deployment -> new Approval(id, deployment, row.districtName()))
                    .forEach(approvals::add);
        }
        return approvals;
    }

    /** Every node takes the rows in the file's order; where two still block each other, one tries again. */
    private <T> void inPortions(List<T> rows, Consumer<List<T>> write) {
        for (int start = 0; start < rows.size(); start += PORTION) {
            List<T> portion = rows.subList(start, Math.min(start + PORTION, rows.size()));
            for (int attempt = 1; ; attempt++) {
                try {
                    transaction.executeWithoutResult(status -> write.accept(portion));
                    break;
                } catch (PessimisticLockingFailureException e) {
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }
    }
}
