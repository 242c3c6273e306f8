package io.tenantry.billing.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.billing.invoicing.Taxation.Treatment;
import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import io.tenantry.platform.tenancy.TenantContext;
import io.tenantry.platform.tenancy.TenantId;
import io.tenantry.platform.testing.StandaloneUnit;
import io.tenantry.platform.testing.TestDatabase;
import io.tenantry.platform.time.BusinessClock;
import io.tenantry.tenant.branding.Color;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Documents are made of stored invoices, once, and found in their own tenant only. */
class InvoiceDocumentsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final StandaloneUnit UNIT = new StandaloneUnit("billingPU", DATABASE.app(), Map.of());
    private static final Locale SPANISH = new Locale("es");
    private static final TenantId OWNER = tenant("owner");
    private static final TenantId OTHER = tenant("other");
    private static final UUID ISSUED = UUID.randomUUID();
    private static final UUID CREDIT_NOTE = UUID.randomUUID();
    private static final UUID DRAFT = UUID.randomUUID();

    @BeforeAll
    static void invoices() throws SQLException {
        insert(ISSUED, "period", "open", "'INV-1'", "date '2026-04-01'", "null");
        insert(CREDIT_NOTE, "creditNote", "paid", "'CN-1'", "date '2026-04-01'", "'" + ISSUED + "'");
        insert(DRAFT, "change", "draft", "null", "null", "null");
    }

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void readsAllThatIsStored() {
        InvoiceContent content = in(OWNER, () -> read(ISSUED));

        assertThat(content.number()).isEqualTo("INV-1");
        assertThat(content.creditNote()).isFalse();
        assertThat(content.issuedOn()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(content.seller().taxId()).isEqualTo("ESB12345674");
        assertThat(content.buyer()).isEqualTo(new Party("Acme", "", "", "Madrid", "", "ES", "", ""));
        assertThat(content.treatment()).isEqualTo(Treatment.STANDARD);
        assertThat(content.taxes()).singleElement().satisfies(tax -> {
            assertThat(tax.percent()).isEqualByComparingTo("21");
            assertThat(tax.tax().text()).isEqualTo("2.10");
        });
        assertThat(content.amountDue().text()).isEqualTo("11.10");
        ContentLine line = content.lines().get(0);
        assertThat(line.description().arguments()).containsExactly("apiCalls");
        assertThat(line.amount().text()).isEqualTo("10.00");
        assertThat(line.steps()).singleElement().satisfies(step -> {
            assertThat(step.text().arguments()).containsExactly(new BigDecimal("100"));
            assertThat(step.unitPrice()).isEqualByComparingTo("0.1");
        });
    }

    @Test
    void aCreditNoteNamesWhatItCorrects() {
        InvoiceContent content = in(OWNER, () -> read(CREDIT_NOTE));

        assertThat(content.creditNote()).isTrue();
        assertThat(content.corrects()).isEqualTo("INV-1");
    }

    @Test
    void theFirstOneStays() {
        DocumentFile first = in(OWNER, () -> documents("#14524a").pdf(ISSUED, Locale.ENGLISH));
        DocumentFile later = in(OWNER, () -> documents("#990000").pdf(ISSUED, Locale.ENGLISH));
        DocumentFile spanish = in(OWNER, () -> documents("#14524a").pdf(ISSUED, SPANISH));

        assertThat(later.content()).isEqualTo(first.content());
        assertThat(later.hash()).isEqualTo(first.hash());
        assertThat(later.number()).isEqualTo("INV-1");
        assertThat(spanish.content()).isNotEqualTo(first.content());
    }

    @Test
    void twoAtOnceGetTheSame() throws Exception {
        CyclicBarrier bothHaveFoundNone = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<DocumentFile>> calls = List.of(
                    () -> in(
                            OWNER, () -> documents("#000001", bothHaveFoundNone).pdf(CREDIT_NOTE, Locale.ENGLISH)),
                    () -> in(
                            OWNER, () -> documents("#00ff00", bothHaveFoundNone).pdf(CREDIT_NOTE, Locale.ENGLISH)));
            List<Future<DocumentFile>> files = threads.invokeAll(calls, 60, TimeUnit.SECONDS);

            assertThat(files.get(0).get().content())
                    .isEqualTo(files.get(1).get().content());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoWaitsTooLongForAPlaceIsSentAwayAndWhatIsKeptNeedsNone() {
        UUID another = UUID.randomUUID();
        insertAnother(another);
        InvoiceDocuments documents = documents("#14524a");
        documents.places = new Semaphore(0, true);
        documents.patience = Duration.ofMillis(50);

        assertThatThrownBy(() -> in(OWNER, () -> documents.pdf(another, Locale.ENGLISH)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.RATE_LIMITED);
                    assertThat(problem.members()).containsEntry("retryAfter", 5);
                });

        documents.places.release();
        DocumentFile made = in(OWNER, () -> documents.pdf(another, Locale.ENGLISH));
        assertThat(documents.places.drainPermits()).isEqualTo(1);
        assertThat(in(OWNER, () -> documents.pdf(another, Locale.ENGLISH)).content())
                .isEqualTo(made.content());
    }

    @Test
    void whatWasKeptWhileItWaitedIsNotMadeAgain() {
        UUID another = UUID.randomUUID();
        insertAnother(another);
        InvoiceDocuments documents = documents("#14524a");
        List<DocumentFile> first = new ArrayList<>();
        documents.read = new ReadInvoiceContent() {
            @Override
            public InvoiceContent content(UUID id) {
                first.add(documents("#990000").pdf(another, Locale.ENGLISH));
                return read(id);
            }
        };
        documents.brand = new InvoiceBrand() {
            @Override
            Brand current() {
                throw new AssertionError("made again");
            }
        };

        DocumentFile found = in(OWNER, () -> documents.pdf(another, Locale.ENGLISH));

        assertThat(found.content()).isEqualTo(first.get(0).content());
    }

    private static void insertAnother(UUID id) {
        try {
            insert(id, "change", "open", "'INV-" + id + "'", "date '2026-04-01'", "null");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDraftHasNone() {
        for (Callable<DocumentFile> call : Arrays.<Callable<DocumentFile>>asList(
                () -> documents("#000000").pdf(DRAFT, Locale.ENGLISH),
                () -> documents("#000000").xml(DRAFT, Locale.ENGLISH))) {
            refused(OWNER, call, ProblemType.CONFLICT);
        }
    }

    @Test
    void anotherTenantsIsNotFound() {
        in(OWNER, () -> documents("#14524a").pdf(ISSUED, Locale.ENGLISH));

        refused(OTHER, () -> documents("#000000").pdf(ISSUED, Locale.ENGLISH), ProblemType.NOT_FOUND);
        refused(OTHER, () -> documents("#000000").xml(ISSUED, Locale.ENGLISH), ProblemType.NOT_FOUND);
    }

    @Test
    void noTenantKeepsADocumentForAnothersInvoice() {
        assertThatThrownBy(() -> in(
                        OTHER,
                        () -> UNIT.inTransaction(em -> keeping(em).keep(ISSUED, Locale.ENGLISH, new byte[] {1}))))
                .hasMessageContaining("foreign key");
    }

    private static InvoiceDocuments documents(String color) {
        return documents(color, null);
    }

    /** Each step in a transaction of its own, as in the server. */
    private static InvoiceDocuments documents(String color, CyclicBarrier barrier) {
        InvoiceDocuments documents = new InvoiceDocuments();
        documents.clock = clock();
        documents.read = new ReadInvoiceContent() {
            @Override
            public InvoiceContent content(UUID id) {
                return read(id);
            }
        };
        documents.keep = new KeepDocument() {
            @Override
            public Optional<DocumentFile> find(UUID invoice, Locale language) {
                return UNIT.inTransaction(em -> keeping(em).find(invoice, language));
            }

            @Override
            public DocumentFile keep(UUID invoice, Locale language, byte[] content) {
                return UNIT.inTransaction(em -> keeping(em).keep(invoice, language, content));
            }
        };
        documents.brand = new InvoiceBrand() {
            @Override
            Brand current() {
                try {
                    if (barrier != null) {
                        barrier.await(30, TimeUnit.SECONDS);
                    }
                    return new Brand("Acme", Color.parse(color).orElseThrow(), Optional.empty());
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        return documents;
    }

    private static KeepDocument keeping(EntityManager entityManager) {
        KeepDocument keep = new KeepDocument();
        keep.entityManager = entityManager;
        keep.clock = clock();
        return keep;
    }

    private static InvoiceContent read(UUID id) {
        return UNIT.inTransaction(em -> {
            ReadInvoiceContent read = new ReadInvoiceContent();
            read.entityManager = em;
            return read.content(id);
        });
    }

    private static BusinessClock clock() {
        return new BusinessClock(false);
    }

    private static void refused(TenantId as, Callable<?> call, ProblemType type) {
        assertThatThrownBy(() -> in(as, call))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private static <T> T in(TenantId as, Callable<T> call) {
        return TenantContext.call(as, () -> {
            try {
                return call.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static TenantId tenant(String slug) {
        UUID id = UUID.randomUUID();
        DATABASE.superuser("""
                insert into tenant (id, slug, name, status, plan_id, created_at, version)
                select '%s', '%s', 'A tenant', 'active', p.id, timestamptz '2026-03-01Z', 1
                from tenant_plan p where p.code = 'starter'
                """.formatted(id, slug));
        return new TenantId(id);
    }

    /** With its lines in one transaction: they cannot be added later. */
    private static void insert(UUID id, String kind, String status, String number, String day, String corrects)
            throws SQLException {
        try (Connection connection = DATABASE.app().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.tenant_id', '" + OWNER.value() + "', true)");
            statement.execute("""
                    insert into invoice (id, kind, occasion, status, number, currency, plan_id, period_start, period_end,
                        subtotal, tax, total, credit_applied, taxes, seller, buyer, corrects_id, issued_on, created_at,
                        version)
                    select '%1$s', '%2$s', '%1$s', '%3$s', %4$s, 'EUR', plan_id, date '2026-03-01', date '2026-04-01', 10, 2.1, 12.1, 1,
                        '[{"name":"IVA","percent":"21","treatment":"standard","net":"10.00","tax":"2.10"}]',
                        '{"name":"Tenantry SL","country":"ES","taxId":"ESB12345674"}',
                        '{"name":"Acme","city":"Madrid","country":"ES"}', %5$s, %6$s, now(), 1
                    from tenant where id = app.tenant()
                    """.formatted(id, kind, status, number, corrects, day));
            statement.execute("""
                    insert into invoice_line (id, invoice_id, position, kind, text_key, text_args, resource, quantity,
                        amount, starts, ends, steps, created_at, version)
                    values (gen_random_uuid(), '%s', 0, 'overage', 'billing.invoice.line.overage', '["apiCalls"]',
                        'apiCalls', 100, 10, date '2026-03-01', date '2026-04-01',
                        '[{"key":"billing.pricing.line.graduated.first","args":["100"],"quantity":"100",
                           "unitPrice":"0.1","flatFee":"0","amount":"10"}]', now(), 1)
                    """.formatted(id));
            connection.commit();
        }
    }
}
