# A STAND-IN for Mailpit's image: takes mail, and shows the newest to an address as Mailpit does.
FROM portal-stand-in/debian:bookworm
COPY mailpit.py /
USER nobody
EXPOSE 1025 8025
CMD ["python3", "-W", "ignore", "/mailpit.py"]
