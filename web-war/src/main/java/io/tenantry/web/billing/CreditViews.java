package io.tenantry.web.billing;

import io.tenantry.billing.credit.CreditEntryKind;
import io.tenantry.billing.credit.CreditSource;
import io.tenantry.billing.credit.FindCredits;
import io.tenantry.billing.credit.GrantedCredit;
import io.tenantry.billing.credit.LedgerEntry;
import io.tenantry.platform.page.Page;
import io.tenantry.platform.page.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Credit as JSON. */
public final class CreditViews {

    private CreditViews() {}

    /** {@code expiresOn}: the first day on which it is no longer worth anything. */
    public record GrantView(
            UUID id,
            MoneyBody amount,
            MoneyBody remaining,
            CreditSource source,
            String reason,
            LocalDate expiresOn,
            Instant createdAt) {

        public static GrantView of(GrantedCredit credit) {
            return new GrantView(
                    credit.id(),
                    MoneyBody.of(credit.amount()),
                    MoneyBody.of(credit.remaining()),
                    credit.source(),
                    credit.reason(),
                    credit.expiresOn(),
                    credit.createdAt());
        }
    }

    /** {@code amount} is negative where credit becomes less. */
    public record EntryView(
            UUID id, CreditEntryKind kind, MoneyBody amount, UUID grantId, UUID invoiceId, Instant createdAt) {

        static EntryView of(LedgerEntry entry) {
            return new EntryView(
                    entry.id(),
                    entry.kind(),
                    MoneyBody.of(entry.amount()),
                    entry.grantId(),
                    entry.invoiceId(),
                    entry.createdAt());
        }
    }

    /** {@code items}: a page of the ledger. {@code grants}: those with something left. */
    public record CreditsView(List<EntryView> items, String nextCursor, MoneyBody balance, List<GrantView> grants) {

        public static CreditsView of(FindCredits find, PageRequest request) {
            Page<LedgerEntry> page = find.page(request);
            return new CreditsView(
                    page.items().stream().map(EntryView::of).toList(),
                    page.nextCursor(),
                    MoneyBody.of(find.balance()),
                    find.open().stream().map(GrantView::of).toList());
        }
    }
}
