#!/bin/sh
# Runs a command beside a PostgreSQL server of its own, gone when the command ends:
#     tests/with_postgres.sh .venv/bin/pytest
# The server listens on a socket in a temporary folder only; it asks for no password and keeps nothing.
set -eu

programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
if [ -z "$programs" ]; then
    echo "PostgreSQL's server is not here: apt install postgresql" >&2
    exit 1
fi
folder=$(mktemp -d)

# PostgreSQL refuses to run as root, so root lends it Debian's own user for it.
as_server=""
if [ "$(id -u)" = 0 ]; then
    chown postgres "$folder"
    as_server="runuser -u postgres --"
fi

stop() {
    $as_server "$programs/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

cd /  # the server's user may not be allowed to look into the caller's folder
$as_server "$programs/initdb" -D "$folder/data" -U mediaquiz --auth=trust --encoding=UTF8 --no-sync >/dev/null
$as_server "$programs/pg_ctl" -D "$folder/data" -l "$folder/log" -w \
    -o "-c listen_addresses='' -c unix_socket_directories=$folder -c fsync=off -c synchronous_commit=off" \
    start >/dev/null || { cat "$folder/log" >&2; exit 1; }
cd "$OLDPWD"

DATABASE_URL="postgres://mediaquiz@/postgres?host=$folder" "$@"
