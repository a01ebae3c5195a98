# A STAND-IN for Keycloak's image: the distribution on Debian's Java, laid out as theirs is.
FROM portal-stand-in/debian:bookworm
COPY --chown=1000:0 keycloak /opt/keycloak
USER 1000
EXPOSE 8080 8443 9000
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
