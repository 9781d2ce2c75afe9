#!/bin/sh
# Prints the settings that docker-compose.yml asks for, with passwords made by chance:
#   (umask 077 && sh deploy/docker/new-env.sh > .env)         then fill in what is empty
#   (umask 077 && sh deploy/docker/new-env.sh demo > .env)    complete, for a look on this machine only
set -eu

secret() {
  od -An -N24 -tx1 /dev/urandom | tr -d ' \n'
}

case ${1:-} in
  demo)
    cat <<'TEXT'
COMPOSE_PROFILES=demo
PLATEN_PUBLIC_URL=http://localhost:8080
PLATEN_MAIL_HOST=mail
PLATEN_MAIL_PORT=1025
PLATEN_MAIL_FROM=no-reply@platen.example
PLATEN_BOOTSTRAP_ADMIN_EMAIL=admin@platen.example
TEXT
    ;;
  '')
    cat <<'TEXT'
# as people's browsers see the platform
PLATEN_PUBLIC_URL=
PLATEN_MAIL_HOST=
PLATEN_MAIL_PORT=587
PLATEN_MAIL_FROM=
PLATEN_MAIL_USERNAME=
PLATEN_MAIL_PASSWORD=
PLATEN_MAIL_AUTH=true
PLATEN_MAIL_STARTTLS=true
# the first web administrator, who makes everybody else
PLATEN_BOOTSTRAP_ADMIN_EMAIL=
TEXT
    ;;
  *)
    echo "usage: sh deploy/docker/new-env.sh [demo]" >&2
    exit 2
    ;;
esac

echo "PLATEN_BOOTSTRAP_ADMIN_PASSWORD=$(secret)"
echo "PLATEN_CLIENTS_GATEWAY_SECRET=$(secret)"
echo "PLATEN_POSTGRES_PASSWORD=$(secret)"
for service in IDENTITY DEVICE METER TICKET SUPPLY BILLING NOTIFICATION GATEWAY; do
  echo "PLATEN_${service}_OWNER_PASSWORD=$(secret)"
  echo "PLATEN_${service}_APP_PASSWORD=$(secret)"
done
