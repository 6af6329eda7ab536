#!/bin/bash
# Makes a database for each service: its owner migrates it, its application role works in it, nobody else comes in.
set -eu

for service in cases meetings plans notifications; do
  owner="${service^^}_OWNER_PASSWORD"
  app="${service^^}_APP_PASSWORD"
  psql --username postgres --set ON_ERROR_STOP=1 \
    --set owner="${!owner}" --set app="${!app}" <<SQL
create role ${service}_owner login password :'owner';
create role ${service}_app login password :'app';
create database ${service} owner ${service}_owner;
revoke all on database ${service} from public;
grant connect on database ${service} to ${service}_app;
SQL
done
