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

    /** Keeps a draft; whether nobody had saved another one over the revision that was seen. */
    boolean keep(Administrator who, EditableText text, String body, int seen) {
        boolean asBefore = seen == 0
                && TextFields.of(text.shape(), body).equals(TextFields.of(text.shape(), current(who.district(), text)));
        return asBefore || rows.keep(who.district(), text.key(), body, seen, who.person());
    }

    void drop(Administrator who, EditableText text) {
        rows.drop(who.district(), text.key());
    }

    /** Publishes a text that keeps the rules; whether nobody else had published one in the same moment. */
    boolean publish(Administrator who, EditableText text, String body) {
        return add(who, text.key(), body, answers(who.district(), text, body), "training.text-published", text);
    }

    /** Lets the text that ships hold again. */
    boolean bringBack(Administrator who, EditableText text) {
        int answers = answers(who.district(), text, texts.source(text));
        return add(who, text.key(), null, answers, "training.text-built-in", text);
    }

    /** Gives a scene its film, or takes it away with null. */
    boolean film(Administrator who, EditableText scene, @Nullable String address) {
        String act = address == null ? "training.film-removed" : "training.film-added";
        return add(who, EditableText.film(scene.key()), address, 0, act, null);
    }

    private boolean add(
            Administrator who,
            String key,
            @Nullable String body,
            int answers,
            String act,
            @Nullable EditableText done) {
        try {
            together.executeWithoutResult(status -> {
                int number = 1
                        + rows.newest(who.district(), key).map(Version::number).orElse(0);
                rows.add(who.district(), key, number, body, answers, who.person());
                if (done != null) {
                    rows.drop(who.district(), key);
                }
                audit.note(who.did(act, "text:" + key, "version " + number));
            });
            return true;
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
