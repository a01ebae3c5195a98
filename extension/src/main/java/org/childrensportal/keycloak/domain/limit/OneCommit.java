package org.childrensportal.keycloak.domain.limit;

import java.util.function.Supplier;

/** What several stores write is committed at once, before this returns, or not at all. */
public interface OneCommit {

    /**
     * Does {@code work}. It may be done again from its beginning, when somebody else wrote the same
     * rows at the same moment: then nothing is left of the first time.
     */
    <T> T of(Supplier<T> work);
}
