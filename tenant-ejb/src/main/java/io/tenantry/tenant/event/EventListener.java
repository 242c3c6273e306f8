package io.tenantry.tenant.event;

/** Is told the events of a tenant from its position on, each once and in their order, by one thread at a time. */
public interface EventListener {

    /** The number up to which it has been told. */
    long position();

    /**
     * Whether it takes more now. One that does not is passed over and holds up nobody; it calls {@link LiveEvents#wake}
     * when it does again.
     */
    boolean hasRoom();

    /** Must not wait. */
    void take(PublishedEvent event);
}
