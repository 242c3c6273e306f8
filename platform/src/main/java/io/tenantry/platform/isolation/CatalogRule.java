package io.tenantry.platform.isolation;

import java.util.Locale;

/**
 * The rules of the database layer, each as a query over the system catalog that lists what breaks it.
 *
 * <p>A tenant table is every table of the schema that is not shared ({@code app.shared_table}); {@code app.protect} sets
 * up all that is asked here.
 */
enum CatalogRule {
    ROLE_IS_SUPERUSER("select rolname from pg_roles where rolname = current_user and rolsuper"),

    ROLE_BYPASSES_RLS("""
            select r.rolname from pg_roles r
            where (r.rolsuper or r.rolbypassrls) and pg_has_role(current_user, r.oid, 'member')
            """),

    ROLE_OWNS_TABLES("""
            select c.relname from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('public', 'app') and pg_has_role(current_user, c.relowner, 'member')
            """),

    BATCH_ROLE_BYPASSES_RLS(
            "select rolname from pg_roles where rolname = 'tenantry_batch' and (rolsuper or rolbypassrls)"),

    /** A temporary table could take the place of another in a function with its owner's rights. */
    ROLE_CAN_CREATE("""
            select 'schema ' || n.nspname from pg_namespace n
            where n.nspname in ('public', 'app') and has_schema_privilege(n.oid, 'create')
            union all
            select 'database ' || p.privilege from unnest(array['create', 'temporary']) as p (privilege)
            where has_database_privilege(current_database(), p.privilege)
            """),

    /** TRUNCATE does not ask row-level security; triggers and references reach beyond it. */
    DANGEROUS_PRIVILEGE("""
            select t.name || '.' || p.privilege
            from tenant_table t, unnest(array['truncate', 'references', 'trigger']) as p (privilege)
            where has_table_privilege(t.oid, p.privilege)
            """),

    RLS_NOT_FORCED("select name from tenant_table where not (rls and forced)"),

    POLICY_MISSING("""
            select t.name from tenant_table t
            where not exists (
                select from pg_policy p
                where p.polrelid = t.oid and p.polcmd = '*' and p.polpermissive and applies_to_app(p.polroles)
            )
            """),

    /** Permissive policies add up, so any other one that applies to the role would open the table. */
    POLICY_NOT_EXACT("""
            select t.name || '.' || p.polname from tenant_table t
            join pg_policy p on p.polrelid = t.oid and p.polpermissive and applies_to_app(p.polroles)
            where pg_get_expr(p.polqual, p.polrelid) is distinct from '(tenant_id = ( SELECT app.tenant() AS tenant))'
               or pg_get_expr(p.polwithcheck, p.polrelid) is distinct from
                      '(tenant_id = ( SELECT app.tenant() AS tenant))'
            """),

    /** Without it the rows would outlive their tenant, unseen by the purge and by its proof. */
    PURGE_POLICY_MISSING("""
            select t.name from tenant_table t
            where not exists (
                select from pg_policy p
                where p.polrelid = t.oid and p.polname = 'purge' and p.polcmd = '*' and p.polpermissive
                  and p.polroles = array['tenantry_owner'::regrole::oid]
            )
            """),

    /**
     * What the owner may do besides reading for a reviewed function: delete rows of tenants that are being purged. Any
     * other policy is reviewed one by one; the review is its comment.
     */
    OWNER_POLICY_NOT_EXACT("""
            select t.name || '.' || p.polname from tenant_table t
            join pg_policy p on p.polrelid = t.oid and p.polpermissive and p.polcmd <> 'r'
                and 'tenantry_owner'::regrole::oid = any (p.polroles)
            where coalesce(obj_description(p.oid, 'pg_policy'), '') not like 'reviewed: %'
              and (p.polcmd <> '*'
                   or pg_get_expr(p.polqual, p.polrelid) is distinct from
                          '(tenant_id IN ( SELECT app.purging() AS purging))'
                   or pg_get_expr(p.polwithcheck, p.polrelid) is distinct from 'false')
            """),

    TENANT_COLUMN("""
            select t.name || '.tenant_id' from tenant_table t
            left join pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant_id' and not a.attisdropped
            left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
            where a.attnotnull is not true
               or a.atttypid <> 'uuid'::regtype
               or pg_get_expr(d.adbin, d.adrelid) is distinct from 'app.tenant()'
            """),

    UNIQUE_KEY_NOT_TENANT_LED("""
            select t.name || '.' || x.relname from tenant_table t
            join pg_index i on i.indrelid = t.oid and (i.indisunique or i.indisexclusion)
            join pg_class x on x.oid = i.indexrelid
            left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
            where a.attname is distinct from 'tenant_id'
            """),

    NO_TENANT_LED_PRIMARY_KEY("""
            select t.name from tenant_table t
            where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)
            """),

    /** A foreign key is not asked by row-level security either: only its own columns can hold it to one tenant. */
    FOREIGN_KEY_NOT_COMPOSITE("""
            select t.name || '.' || k.conname from tenant_table t
            join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
            join tenant_table target on target.oid = k.confrelid
            where not exists (
                select from unnest(k.conkey, k.confkey) as c (own, other)
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.own and a.attname = 'tenant_id'
                join pg_attribute b on b.attrelid = k.confrelid and b.attnum = c.other and b.attname = 'tenant_id'
            )
            """),

    SHARED_TABLE_REFERENCES_TENANT_TABLE("""
            select c.relname || '.' || k.conname from app.shared_table s
            join pg_class c on c.relname = s.name and c.relnamespace = 'public'::regnamespace
            join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
            join tenant_table target on target.oid = k.confrelid
            """),

    VIEW_WITH_RIGHTS_OF_ITS_OWNER("""
            select c.relname from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('public', 'app')
              and (c.relkind = 'm'
                   or c.relkind = 'v' and coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on'] is false)
            """),

    /** Functions with the rights of their owner are reviewed one by one; the review is their comment. */
    FUNCTION_NOT_REVIEWED("""
            select f.proname from pg_proc f
            join pg_namespace n on n.oid = f.pronamespace
            where n.nspname in ('public', 'app') and f.prosecdef
              and (coalesce(obj_description(f.oid, 'pg_proc'), '') not like 'reviewed: %'
                   or not coalesce(array_to_string(f.proconfig, ','), '') like '%search_path=%pg_temp')
            """);

    private static final String TENANT_TABLES = """
            with tenant_table as (
                select c.oid, c.relname as name, c.relrowsecurity as rls, c.relforcerowsecurity as forced
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('r', 'p')
                  and c.relname <> 'flyway_schema_history'
                  and not exists (select from app.shared_table s where s.name = c.relname)
            )
            """;

    private final String query;

    CatalogRule(String query) {
        this.query = query;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String sql() {
        return TENANT_TABLES + query.replace("applies_to_app(p.polroles)", """
                exists (select from unnest(p.polroles) as r (oid)
                        where r.oid = 0 or pg_has_role(current_user, r.oid, 'member'))""");
    }
}
