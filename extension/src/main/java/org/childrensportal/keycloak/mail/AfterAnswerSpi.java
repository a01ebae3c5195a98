package org.childrensportal.keycloak.mail;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/**
 * Has Keycloak keep the queue of {@link AfterAnswer}, and end it when the server ends. Keycloak's
 * own executors take in any amount, and forget what they have taken in.
 */
public final class AfterAnswerSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "portal-after-answer";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return AfterAnswer.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return AfterAnswerFactory.class;
    }
}
