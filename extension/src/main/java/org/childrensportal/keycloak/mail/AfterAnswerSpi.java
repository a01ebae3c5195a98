package org.childrensportal.keycloak.mail;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/**
 * Has Keycloak own the queue of {@link AfterAnswer}, and close it when the server stops. The
 * executors of Keycloak 26.7 accept any amount of work, and drop it when the server stops.
 */
public final class AfterAnswerSpi implements Spi {

    /** Nobody else's provider is meant, and Keycloak 26.7 warns of every one of an internal SPI. */
    @Override
    public boolean isInternal() {
        return false;
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
