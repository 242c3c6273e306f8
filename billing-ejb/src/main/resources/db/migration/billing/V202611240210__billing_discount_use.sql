-- Which invoices used up a period of a discount, so that one that is made void gives it back.

create table discount_use (
    tenant_id   uuid not null,
    invoice_id  uuid not null,
    discount_id uuid not null,
    primary key (tenant_id, invoice_id, discount_id),
    -- an invoice is written after what it uses
    foreign key (tenant_id, invoice_id) references invoice (tenant_id, id) deferrable initially deferred,
    foreign key (tenant_id, discount_id) references tenant_discount (tenant_id, id)
);
select app.protect('discount_use');
