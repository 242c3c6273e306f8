package io.tenantry.billing.dunning;

import io.tenantry.billing.customer.Customer;
import io.tenantry.billing.invoicing.Invoice;
import io.tenantry.billing.profile.BillingProfile;
import io.tenantry.platform.money.Money;
import io.tenantry.platform.page.PageRequest;
import io.tenantry.tenant.email.EmailAddress;
import io.tenantry.tenant.email.EmailKey;
import io.tenantry.tenant.email.EmailLinks;
import io.tenantry.tenant.email.SendEmail;
import io.tenantry.tenant.member.FindMembers;
import io.tenantry.tenant.member.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes to whoever gets the invoices of the thread's tenant: the address of its billing profile, else its owners. */
@ApplicationScoped
public class InvoiceLetters {

    private static final int MOST = 200;

    @Inject
    FindMembers members;

    @Inject
    EmailLinks links;

    @Inject
    SendEmail email;

    void issued(EntityManager entityManager, Customer customer, Invoice invoice) {
        Map<String, String> variables = Map.of(
                "number", invoice.number(),
                "amount", text(invoice.total(), customer.language()),
                "dueOn", text(invoice.dueOn(), customer.language()),
                "link", link(customer));
        send(entityManager, customer, EmailKey.INVOICE_ISSUED, variables);
    }

    /** @param next when something is done next, if anything */
    void unpaid(EntityManager entityManager, Customer customer, Invoice invoice, Optional<LocalDate> next) {
        Map<String, String> variables = Map.of(
                "number", invoice.number(),
                "amount", text(invoice.amountDue(), customer.language()),
                "nextAttemptOn", next.map(day -> text(day, customer.language())).orElse(""),
                "link", link(customer));
        send(entityManager, customer, EmailKey.PAYMENT_FAILED, variables);
    }

    private void send(EntityManager entityManager, Customer customer, EmailKey key, Map<String, String> variables) {
        recipients(entityManager).stream()
                // an address that cannot be written to must not keep the others from theirs
                .filter(EmailAddress::isValid)
                .forEach(address -> email.to(address, customer.language(), key, variables));
    }

    private List<String> recipients(EntityManager entityManager) {
        List<String> named = entityManager
                .createQuery("select p from BillingProfile p where p.email is not null", BillingProfile.class)
                .getResultStream()
                .map(profile -> profile.values().email())
                .toList();
        return named.isEmpty()
                ? members.page(Role.OWNER, new PageRequest(MOST, null, null)).items().stream()
                        .map(owner -> owner.email())
                        .toList()
                : named;
    }

    private String link(Customer customer) {
        return links.tenant(customer.slug(), "/billing");
    }

    private static String text(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }

    private static String text(Money money, Locale language) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.amount().scale());
        format.setMaximumFractionDigits(money.amount().scale());
        return format.format(money.amount());
    }
}
