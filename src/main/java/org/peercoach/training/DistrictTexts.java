package org.peercoach.training;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.district.Administrator;
import org.peercoach.training.OwnTextRows.Draft;
import org.peercoach.training.OwnTextRows.Version;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What those who look after a district do with its texts. The audit log learns which and when, never what they say. */
@Component
class DistrictTexts {

    private final OwnTextRows rows;
    private final EditableTexts texts;
    private final TextRules rules;
    private final Catalogs catalogs;
    private final AuditTrail audit;
    private final TransactionTemplate together;

    DistrictTexts(
            OwnTextRows rows,
            EditableTexts texts,
            TextRules rules,
            Catalogs catalogs,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.texts = texts;
        this.rules = rules;
        this.catalogs = catalogs;
        this.audit = audit;
        this.together = new TransactionTemplate(transactions);
    }

    /** What holds now: the district's own text, else the built-in one. */
    String current(long district, EditableText text) {
        return rows.newest(district, text.key())
                .flatMap(version -> Optional.ofNullable(version.body()))
                .orElseGet(() -> texts.source(text));
    }

    /** What an editor goes on with: the draft, else what holds now. */
    String edited(long district, EditableText text) {
        return rows.draft(district, text.key()).map(Draft::body).orElseGet(() -> current(district, text));
    }

    /** Every rule that a text breaks, also those about what was published before it. */
    List<String> faults(long district, EditableText text, String body) {
        return text.shape() == EditableText.Shape.SOURCE
                ? rules.faults(text.file(), body, rows.past(district, text.key()))
                : rules.faults(text.file(), body);
    }

    /**
     * What an editor's form was made from.
     *
     * @param version the newest publishing, 0 for none; bringing the built-in text back is one
     * @param revision of the draft, 0 for none
     */
    record Seen(int version, int revision) {}

    /** The number of the newest publishing of a text, 0 for none. */
    int newest(long district, EditableText text) {
        return rows.newest(district, text.key()).map(Version::number).orElse(0);
    }

    /**
     * Keeps a draft over what its editor saw.
     *
     * @return what stands there now, with no draft when the text is the one that holds; empty when somebody else published
     *     or saved meanwhile, and nothing is kept
     */
    Optional<Seen> keep(Administrator who, EditableText text, String body, Seen seen) {
        if (newest(who.district(), text) != seen.version()) {
            return Optional.empty();
        }
        if (seen.revision() == 0 && same(text, body, current(who.district(), text))) {
            return rows.draft(who.district(), text.key()).isPresent() ? Optional.empty() : Optional.of(seen);
        }
        return rows.keep(who.district(), text.key(), body, seen.revision(), who.person())
                ? Optional.of(new Seen(seen.version(), seen.revision() + 1))
                : Optional.empty();
    }

    private static boolean same(EditableText text, String one, String other) {
        try {
            return TextFields.alike(text.shape(), one, other);
        } catch (RuntimeException unreadable) {
            return one.equals(other);
        }
    }

    /** Throws a draft away; whether it is the one that was seen. */
    boolean drop(Administrator who, EditableText text, int revision) {
        return rows.drop(who.district(), text.key(), revision);
    }

    /** Publishes a text that keeps the rules; whether nobody else had published one since. */
    boolean publish(Administrator who, EditableText text, String body, Seen seen) {
        return add(who, text.key(), body, answers(who.district(), text, body), "training.text-published", seen);
    }

    /** Lets the text that ships hold again, and leaves the draft; whether nobody else had published one since. */
    boolean bringBack(Administrator who, EditableText text, int version) {
        int answers = answers(who.district(), text, texts.source(text));
        return add(who, text.key(), null, answers, "training.text-built-in", new Seen(version, 0));
    }

    /** Gives a scene its film, or takes it away with null. */
    boolean film(Administrator who, EditableText scene, @Nullable String address) {
        String act = address == null ? "training.film-removed" : "training.film-added";
        String key = EditableText.film(scene.key());
        int newest = rows.newest(who.district(), key).map(Version::number).orElse(0);
        return add(who, key, address, 0, act, new Seen(newest, 0));
    }

    private boolean add(Administrator who, String key, @Nullable String body, int answers, String act, Seen seen) {
        try {
            return Boolean.TRUE.equals(together.execute(status -> {
                int newest =
                        rows.newest(who.district(), key).map(Version::number).orElse(0);
                if (newest != seen.version()) {
                    return false;
                }
                rows.add(who.district(), key, newest + 1, body, answers, who.person());
                rows.drop(who.district(), key, seen.revision());
                audit.note(who.did(act, "text:" + key, "version " + (newest + 1)));
                return true;
            }));
        } catch (DuplicateKeyException another) {
            return false;
        } finally {
            catalogs.forget();
        }
    }

    /** How often what people answer has changed, with this text in the place of the one that holds. */
    private int answers(long district, EditableText text, String body) {
        int before = rows.newest(district, text.key()).map(Version::answers).orElse(0);
        return asked(text, current(district, text)).equals(asked(text, body)) ? before : before + 1;
    }

    /** What answers hang on; a text to read or a scene has none, and neither has a help sheet. */
    private Object asked(EditableText text, String body) {
        if (text.activity() == null) {
            return "";
        }
        try {
            Work work = work(text, body);
            return switch (work) {
                case Work.Reading reading -> "";
                case Work.Scene scene -> "";
                case Work.Reflection reflection -> List.of(reflection.label(), reflection.minWords());
                case Work.Worksheet sheet ->
                    sheet.groups().stream().map(DistrictTexts::asked).toList();
                default -> work;
            };
        } catch (RuntimeException e) { // an older text may break a rule of today
            return "unreadable";
        }
    }

    /** A group without its help; that may be said in other words at any time. */
    private static Object asked(FieldGroup group) {
        List<Field> fields = group.fields().stream()
                .map(field -> new Field(
                        field.key(),
                        field.label(),
                        field.kind(),
                        field.required(),
                        null,
                        field.options(),
                        field.minWords(),
                        field.min(),
                        field.max(),
                        field.unit(),
                        field.partner()))
                .toList();
        return new FieldGroup(group.key(), group.title(), null, group.repeat(), fields);
    }

    private Work work(EditableText text, String body) {
        Kind kind = catalogs.builtIn()
                .session(text.session())
                .flatMap(session -> session.activity(Objects.requireNonNull(text.activity())))
                .map(ActivityContent::kind)
                .orElseThrow();
        return rules.files(OwnTexts.of(text.file(), body)).work(kind, text.file());
    }
}
