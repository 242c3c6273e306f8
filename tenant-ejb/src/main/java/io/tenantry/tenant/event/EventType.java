package io.tenantry.tenant.event;

import io.tenantry.platform.text.Text;

/**
 * Something that happens and is published, such as {@code transito.started}: what the activity log is told under this
 * action goes to those who want to know, with the values it was told.
 *
 * @param bundle of the texts of the module that has it
 * @param code the action
 * @param live whether open pages are told, too
 */
public record EventType(String bundle, String code, boolean live) {

    public static EventType of(String bundle, String code) {
        return new EventType(bundle, code, false);
    }

    public static EventType live(String bundle, String code) {
        return new EventType(bundle, code, true);
    }

    /** What it is called: {@code <bundle>.event.<code>}. */
    public Text label() {
        return Text.of(bundle + ".event." + code);
    }
}
