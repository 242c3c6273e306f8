package io.tenantry.launcher;

/** The passwords of the three database roles. */
record DatabasePasswords(String owner, String app, String batch) {

    @Override
    public String toString() {
        return "DatabasePasswords[***]";
    }
}
