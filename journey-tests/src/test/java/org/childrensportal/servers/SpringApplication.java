package org.childrensportal.servers;

import static org.springframework.security.config.Customizer.withDefaults;
import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.GenericWebApplicationContext;

/**
 * A relying application that is not ours: Spring Security in Tomcat, set up as its handbook says
 * and told no more of the portal than its address. Its page shows the claims as JSON.
 */
public final class SpringApplication implements AutoCloseable {

    private static final String SIGNED_OUT = "/signed-out";

    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector();

    /** Not started yet, but with a port of its own. */
    private SpringApplication(Path folder) {
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        tomcat.setBaseDir(folder.toString());
        tomcat.setSilent(true);
    }

    /**
     * Starts the application. Nobody can sign in before it is registered at the portal.
     *
     * @param folder for Tomcat's files
     * @param issuer the portal realm's address, from which it learns everything else
     * @param client its id
     * @param secret what it proves itself by
     */
    public static SpringApplication start(Path folder, URI issuer, String client, String secret) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SpringApplication application = new SpringApplication(folder);
        Context context = application.tomcat.addContext("", folder.toString());
        context.addServletContainerInitializer(
                (classes, servlets) -> secure(servlets, registration(issuer, client, secret)),
                Set.of());
        try {
            application.tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
        return application;
    }

    private static ClientRegistration registration(URI issuer, String client, String secret) {
        return ClientRegistrations.fromIssuerLocation(issuer.toString())
                .registrationId("portal")
                .clientId(client)
                .clientSecret(secret)
                .scope("openid", "profile", "email", "address", "portal-profile")
                .build();
    }

    private static void secure(ServletContext servlets, ClientRegistration registration) {
        GenericWebApplicationContext spring = new GenericWebApplicationContext(servlets);
        spring.registerBean(
                ClientRegistrationRepository.class,
                () -> new InMemoryClientRegistrationRepository(registration));
        new AnnotatedBeanDefinitionReader(spring).register(Security.class);
        spring.refresh();
        servlets.addFilter("security", spring.getBean("springSecurityFilterChain", Filter.class))
                .addMappingForUrlPatterns(null, false, "/*");
        servlets.addServlet("person", new Person()).addMapping("/");
    }

    /** The application's own address, without a slash at the end. */
    public URI address() {
        return URI.create("http://localhost:" + connector.getLocalPort());
    }

    /** Its address at which a browser signs its person out, here and at the portal. */
    public String signOut() {
        return address() + "/logout";
    }

    /** Where its people are once they are signed out. */
    public String signedOut() {
        return address() + SIGNED_OUT;
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What Spring's handbook says for sign-in and both ways of signing out. */
    @Configuration
    @EnableWebSecurity
    static class Security {

        @Bean
        SecurityFilterChain pages(HttpSecurity http, ClientRegistrationRepository portal) {
            OidcClientInitiatedLogoutSuccessHandler atThePortalToo =
                    new OidcClientInitiatedLogoutSuccessHandler(portal);
            atThePortalToo.setPostLogoutRedirectUri("{baseUrl}" + SIGNED_OUT);
            return http.authorizeHttpRequests(
                            pages ->
                                    pages.requestMatchers(pathPattern(SIGNED_OUT))
                                            .permitAll()
                                            .anyRequest()
                                            .authenticated())
                    .oauth2Login(withDefaults())
                    .logout(
                            out ->
                                    out.logoutRequestMatcher(pathPattern(HttpMethod.GET, "/logout"))
                                            .logoutSuccessHandler(atThePortalToo))
                    .oidcLogout(out -> out.backChannel(withDefaults()))
                    .build();
        }
    }

    /** Its only page. */
    private static final class Person extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.setContentType("application/json; charset=utf-8");
            Map<String, Object> claims = new TreeMap<>();
            if (request.getUserPrincipal() instanceof OAuth2AuthenticationToken person) {
                claims.putAll(person.getPrincipal().getAttributes());
            }
            claims.replaceAll((name, value) -> value instanceof Instant ? "" + value : value);
            response.getWriter().print(AdminSession.json(claims));
        }
    }
}
