package io.tenantry.tenant.email;

import io.tenantry.platform.page.KeysetQuery;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.platform.page.SortKey;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.text.Texts;
import io.tenantry.tenant.email.internal.DefaultTemplates;
import io.tenantry.tenant.email.internal.StoredTemplate;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the templates of the thread's tenant. */
@Stateless
public class FindEmailTemplates {

    private static final List<SortKey<StoredTemplate>> ORDERS =
            List.of(SortKey.ofInstant("createdAt", "e.createdAt", StoredTemplate::createdAt));

    @PersistenceContext(unitName = "tenantPU")
    EntityManager entityManager;

    /** Every key in every language, as it is in force. */
    public List<EmailTemplateView> all() {
        return Arrays.stream(EmailKey.values())
                .flatMap(key -> Texts.LANGUAGES.stream().map(language -> inForce(key, language)))
                .toList();
    }

    public EmailTemplateView inForce(EmailKey key, Locale language) {
        return StoredTemplate.newest(entityManager, key, language)
                .map(stored -> view(key, language, stored))
                .orElseGet(() -> standard(key, language));
    }

    /** @throws ProblemException {@code not-found} */
    public EmailTemplateView version(EmailKey key, Locale language, long no) {
        return StoredTemplate.numbered(entityManager, key, language, no)
                .map(stored -> view(key, language, stored))
                .orElseThrow(ProblemException::notFound);
    }

    public Page<EmailTemplateVersion> versions(EmailKey key, Locale language, PageRequest request) {
        Page<StoredTemplate> page = new KeysetQuery<>(
                        entityManager,
                        StoredTemplate.class,
                        "select e from StoredTemplate e",
                        ORDERS,
                        StoredTemplate::id)
                .whereEqual("e.key", key.code())
                .whereEqual("e.language", language.getLanguage())
                .page(request);
        return new Page<>(
                page.items().stream()
                        .map(stored -> new EmailTemplateVersion(
                                stored.id(),
                                stored.no(),
                                stored.template().isEmpty(),
                                stored.createdAt(),
                                stored.createdBy()))
                        .toList(),
                page.nextCursor());
    }

    private static EmailTemplateView standard(EmailKey key, Locale language) {
        return view(key, language, 0, true, DefaultTemplates.of(key, language), null);
    }

    private static EmailTemplateView view(EmailKey key, Locale language, StoredTemplate stored) {
        EmailTemplate texts = stored.template().orElseGet(() -> DefaultTemplates.of(key, language));
        return view(key, language, stored.no(), stored.template().isEmpty(), texts, stored);
    }

    private static EmailTemplateView view(
            EmailKey key, Locale language, long no, boolean isDefault, EmailTemplate texts, StoredTemplate stored) {
        return new EmailTemplateView(
                key.code(),
                language.getLanguage(),
                no,
                isDefault,
                texts.subject(),
                texts.text(),
                texts.html(),
                key.allVariables(),
                stored == null ? null : stored.createdAt(),
                stored == null ? null : stored.createdBy());
    }
}
