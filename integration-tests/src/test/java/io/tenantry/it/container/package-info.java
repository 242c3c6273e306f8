/** The product as an Arquillian container: started once on one of its servers, reached by nothing but its addresses. */
package io.tenantry.it.container;
