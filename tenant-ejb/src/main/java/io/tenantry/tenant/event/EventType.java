package io.tenantry.tenant.event;

import io.tenantry.platform.text.Text;

/**
 * Something that happens and is published, such as {@code transito.started}: what the activity log is told under this
 * action goes to those who want to know, with the values it was told.
 *
 * @param bundle of the texts of the module that has it
 * @param code the action
 * @param permission what a member needs to be told of it while it happens; {@code null} if open pages are not told
 */
public record EventType(String bundle, String code, String permission) {

    public static EventType of(String bundle, String code) {
        return new EventType(bundle, code, null);
    }

    public static EventType live(String bundle, String code, String permission) {
        return new EventType(bundle, code, permission);
    }

    /** Whether open pages are told, too. */
    public boolean live() {
        return permission != null;
    }

    /** What it is called: {@code <bundle>.event.<code>}. */
    public Text label() {
        return Text.of(bundle + ".event." + code);
    }
}
