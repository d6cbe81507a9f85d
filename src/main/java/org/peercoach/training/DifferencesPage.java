package org.peercoach.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.time.Times;

/** Two versions of a form of many fields: what this window held, and what another one has saved meanwhile. */
final class DifferencesPage {

    private DifferencesPage() {}

    /**
     * @param fresh fields that only this window has filled in; they are kept whatever is chosen
     */
    public record DifferencesView(String savedAt, List<DifferenceRow> rows, List<FreshField> fresh) {}

    /** @param both the two below each other, or null for what is no text */
    public record DifferenceRow(
            String name,
            String id,
            String label,
            VersionView yours,
            VersionView saved,
            @Nullable VersionView both) {}

    /** @param value what the field would hold; {@code words} the same as people read it */
    public record VersionView(String value, String words) {}

    public record FreshField(String name, String value) {}

    static DifferencesView of(Work work, Entry sent, ActivityState kept, Times times) {
        List<DifferenceRow> rows = new ArrayList<>();
        List<FreshField> fresh = new ArrayList<>();
        cells(work).forEach(cell -> {
            String yours = sent.fields().get(cell.name());
            String saved = kept.draft().text(cell.name());
            if (kept.overwrites(cell.name(), sent)) {
                rows.add(row(cell, yours == null ? "" : yours, saved));
            } else if (yours != null && !yours.isBlank() && !yours.equals(saved)) {
                fresh.add(new FreshField(cell.name(), yours));
            }
        });
        if (work instanceof Practice practice) {
            practice.draft(sent).fields().forEach((name, yours) -> {
                if (practice.texts().containsKey(name) && kept.overwrites(name, sent)) {
                    rows.add(row(
                            name,
                            practice.texts().getOrDefault(name, ""),
                            yours,
                            kept.draft().text(name)));
                } else {
                    fresh.add(new FreshField(name, yours));
                }
            });
        }
        EarlierFields.sent(work, sent.fields(), kept.draft()).fields().forEach((name, yours) -> {
            String saved = kept.draft().text(name);
            boolean both = !saved.isBlank() && !yours.isBlank() && !saved.contains(yours);
            fresh.add(new FreshField(name, both ? saved + "\n\n" + yours : yours.isBlank() ? saved : yours));
        });
        return new DifferencesView(times.moment(kept.changedAt()), rows, fresh);
    }

    private static List<FieldGroup.Cell> cells(Work work) {
        return work.groups().stream()
                .flatMap(group -> group.possibleRows().stream().flatMap(group::cells))
                .toList();
    }

    /** Of a text that stands in no group. */
    private static DifferenceRow row(String name, String label, String yours, String saved) {
        VersionView both = yours.isBlank() ? null : new VersionView(saved + "\n\n" + yours, saved + "\n\n" + yours);
        return new DifferenceRow(
                name, id(name), label, new VersionView(yours, yours), new VersionView(saved, saved), both);
    }

    private static String id(String name) {
        return "d-" + name.replace('.', '-').replace(':', '-');
    }

    private static DifferenceRow row(FieldGroup.Cell cell, String yours, String saved) {
        boolean text = cell.field().kind() == Field.Kind.TEXT || cell.field().kind() == Field.Kind.LINE;
        String joint = cell.field().kind() == Field.Kind.TEXT ? "\n\n" : "; ";
        boolean bothFilled = text && !yours.isBlank() && !saved.isBlank();
        return new DifferenceRow(
                cell.name(),
                id(cell.name()),
                cell.label(),
                version(cell, yours),
                version(cell, saved),
                bothFilled ? version(cell, saved + joint + yours) : null);
    }

    private static VersionView version(FieldGroup.Cell cell, String value) {
        return new VersionView(value, cell.field().words(value));
    }
}
