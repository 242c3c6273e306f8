/** The packaged product as an Arquillian container: started once, reached by nothing but its address. */
package io.tenantry.it.container;
