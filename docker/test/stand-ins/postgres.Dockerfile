# A STAND-IN for PostgreSQL's image: Debian's package, with what the compose files use of theirs.
FROM portal-stand-in/debian:bookworm
ENV PATH=/usr/lib/postgresql/15/bin:$PATH PGDATA=/var/lib/postgresql/data
COPY postgres.sh /
RUN install -d -o postgres -g postgres -m 1777 /var/lib/postgresql/data /run/postgresql
USER postgres
VOLUME /var/lib/postgresql/data
STOPSIGNAL SIGINT
ENTRYPOINT ["bash", "/postgres.sh"]
CMD ["postgres"]
