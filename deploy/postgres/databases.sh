#!/bin/sh
# Makes each service's database with its two roles: the owner migrates, the app role is what the service works with. Can be
# run again at any time; it gives the roles the passwords it is told and leaves everything else as it is.
#
# PGHOST, PGPORT, PGUSER and PGPASSWORD name the server and somebody who may create roles and databases.
# PLATEN_METER_OWNER_PASSWORD and PLATEN_METER_APP_PASSWORD, and so on for each service, are the passwords.
# Arguments: the services, all eight when there are none.
set -eu

[ $# -gt 0 ] || set -- identity device meter ticket supply billing notification gateway

for service; do
  upper=$(printf %s "$service" | tr '[:lower:]' '[:upper:]')
  eval "PLATEN_OWNER=\${PLATEN_${upper}_OWNER_PASSWORD:?} PLATEN_APP=\${PLATEN_${upper}_APP_PASSWORD:?}"
  export PLATEN_OWNER PLATEN_APP
  psql --no-psqlrc --quiet --dbname=postgres --set=ON_ERROR_STOP=1 \
    --set=name="$service" --set=owner="${service}_owner" --set=app="${service}_app" <<'SQL'
\getenv owner_password PLATEN_OWNER
\getenv app_password PLATEN_APP
set client_min_messages = warning;
-- one who is no superuser may act for the roles he makes
set createrole_self_grant = 'set, inherit';
select format('create role %I', role) from (values (:'owner'), (:'app')) wanted (role)
where not exists (select from pg_roles where rolname = role) \gexec
alter role :"owner" login password :'owner_password';
alter role :"app" login password :'app_password';
-- sorts alike on every machine, whatever its C library
select format(
    'create database %I owner %I template template0 encoding %L locale_provider builtin builtin_locale %L lc_collate %L lc_ctype %L',
    :'name', :'owner', 'UTF8', 'C.UTF-8', 'C', 'C')
where not exists (select from pg_database where datname = :'name') \gexec
revoke all on database :"name" from public;
grant connect on database :"name" to :"app";
\connect :"name"
set client_min_messages = warning;
alter schema public owner to :"owner";
grant usage on schema public to :"app";
alter default privileges for role :"owner" in schema public grant select, insert, update, delete on tables to :"app";
alter default privileges for role :"owner" in schema public grant usage, select, update on sequences to :"app";
SQL
  echo "$service: its database and roles are there"
done
