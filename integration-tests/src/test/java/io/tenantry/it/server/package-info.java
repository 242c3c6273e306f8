/** The application servers on which the EAR is installed by its scripts, each with a database of its own. */
package io.tenantry.it.server;
