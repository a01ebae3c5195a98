package org.childrensportal.keycloak;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "org.childrensportal.keycloak",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DOMAIN_KNOWS_NO_KEYCLOAK =
            noClasses()
                    .that()
                    .resideInAPackage("..domain..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.keycloak..", "jakarta..", "org.jboss..");

    @ArchTest
    static final ArchRule ONLY_DATABASE_KNOWS_JPA =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.childrensportal.keycloak.database")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.persistence..",
                            "org.hibernate..",
                            "org.keycloak.connections.jpa..");

    @ArchTest
    static final ArchRule NO_PACKAGE_CYCLES =
            slices().matching("org.childrensportal.keycloak.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RECORDS_ARE_VALUES =
            noFields()
                    .that()
                    .areDeclaredInClassesThat()
                    .areRecords()
                    .and()
                    .areNotStatic()
                    .should()
                    .haveRawType(
                            resideInAnyPackage(
                                    "org.keycloak.models",
                                    "org.keycloak.authentication",
                                    "org.keycloak.sessions",
                                    "org.keycloak.userprofile"));
}
