-- Answers that are old are dropped, of all tenants; rows lie in this order, so that a summary of pages is enough.

create index idempotent_answer_created on idempotent_answer using brin (created_at);
