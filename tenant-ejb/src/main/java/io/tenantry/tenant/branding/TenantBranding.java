package io.tenantry.tenant.branding;

import io.tenantry.platform.id.Ids;
import io.tenantry.platform.tenancy.TenantEntity;
import io.tenantry.tenant.branding.internal.css.CustomCss;
import io.tenantry.tenant.branding.internal.css.ReducedCss;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a tenant looks, as its administrators have set it. */
@Entity
@Table(name = "tenant_branding")
public class TenantBranding extends TenantEntity {

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "primary_color")
    private String primary;

    @Column(name = "secondary_color")
    private String secondary;

    @Column(name = "accent_color")
    private String accent;

    private String theme;

    @Column(name = "custom_css")
    private String customCss;

    @Column(name = "applied_css")
    private String appliedCss;

    protected TenantBranding() {}

    /** That of a tenant that has set nothing. */
    TenantBranding(String displayName, Instant now) {
        super(Ids.next(), now);
        set(displayName, Colors.PLATFORM, Theme.AUTO);
        this.customCss = "";
        this.appliedCss = "";
    }

    /** The style sheet is reduced here, once, and never sent as it was written. */
    void change(BrandingValues values) {
        Colors colors = values.parsedColors();
        set(values.displayName().strip(), colors, values.parsedTheme());
        customCss = values.customCss();
        appliedCss = reducedCss().sheet();
    }

    private void set(String newName, Colors colors, Theme newTheme) {
        displayName = newName;
        primary = colors.primary().toString();
        secondary = colors.secondary().toString();
        accent = colors.accent().toString();
        theme = newTheme.code();
    }

    ReducedCss reducedCss() {
        return CustomCss.ofPage(customCss, "." + BrandingSheet.ROOT);
    }

    String displayName() {
        return displayName;
    }

    Colors colors() {
        return new Colors(Color.of(primary), Color.of(secondary), Color.of(accent));
    }

    Theme theme() {
        return Theme.find(theme).orElseThrow();
    }

    String customCss() {
        return customCss;
    }

    String appliedCss() {
        return appliedCss;
    }

    Map<String, Object> snapshot() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("displayName", displayName);
        values.put("primary", primary);
        values.put("secondary", secondary);
        values.put("accent", accent);
        values.put("theme", theme);
        values.put("customCss", customCss);
        return values;
    }
}
