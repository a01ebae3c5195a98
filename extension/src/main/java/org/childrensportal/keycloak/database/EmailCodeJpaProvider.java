package org.childrensportal.keycloak.database;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Gives Keycloak's database the portal's tables. */
final class EmailCodeJpaProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(
                EmailCodeEntity.class,
                LimitedSubjectEntity.class,
                PermitEntity.class,
                AddressChangeEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/portal-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return EmailCodeJpaProviderFactory.ID;
    }

    @Override
    public void close() {
        // nothing to close
    }
}
