# A STAND-IN for HAProxy's image: Debian's package. The user is there by it.
FROM portal-stand-in/debian:bookworm
CMD ["haproxy", "-W", "-db", "-f", "/usr/local/etc/haproxy/haproxy.cfg"]
STOPSIGNAL SIGUSR1
