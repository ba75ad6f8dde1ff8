# shellcheck shell=bash
# Sourced by the commands in ops/: an embedded PostgreSQL server, one folder under FOLLOWUP_HOME each.
# A running server is recognised by its process: one of ours works in the data folder.

# shellcheck source=ops/lib/postgres-binaries.sh
source "$repository/ops/lib/postgres-binaries.sh"

data=

# select_cluster NAME: selects the cluster for the functions below, by the path that PostgreSQL's user can enter (see place).
select_cluster() {
    cluster=$(readlink -m "$home/$1")
    data=$cluster/data
    log=$cluster/log
}

# PostgreSQL refuses to run as root, so root starts it as the owner of the data, or as an ordinary user of the system.
select_server_user() {
    server_as=(env LC_ALL=C)
    local owner=
    [[ -e $data ]] && owner=$(stat -Lc %U "$data")
    if ((EUID != 0)); then
        [[ -z $owner || $owner == "$(id -un)" ]] ||
            fail "The database in $data belongs to user $owner, and this is $(id -un). Work as $owner or as root, or set FOLLOWUP_HOME to another folder."
        return
    fi
    [[ $owner != root ]] ||
        fail "The database in $data belongs to root, as whom PostgreSQL refuses to run. Run: chown -R postgres '$data' (or another user's name)"
    server_user=${owner:-$(id -un postgres 2>/dev/null || echo nobody)}
    server_as=(setpriv --reuid "$server_user" --regid "$(id -g "$server_user")" --init-groups env LC_ALL=C)
}

as_server() { (cd / && detached "${server_as[@]}" "$@"); }

# place NAME: makes the folder FOLLOWUP_HOME/NAME so that PostgreSQL's user can enter it. If root started it under a folder
# that only root may enter, the name is a link to a folder under /var/lib.
place() {
    local folder=$home/$1 elsewhere
    make_folder "$home"
    [[ -L $folder && ! -e $folder ]] && rm -f "$folder"
    [[ -e $folder ]] && return
    make_folder "$folder"
    select_server_user
    ((EUID != 0)) || as_server test -x "$folder" && return
    elsewhere=$(mktemp -d "/var/lib/followup-$1-XXXXXX") || fail "Cannot make a folder under /var/lib for the database."
    chmod 755 "$elsewhere"
    rmdir "$folder" && ln -s "$elsewhere" "$folder"
    say "User $server_user, as whom PostgreSQL runs, may not enter $home: $folder is a link to $elsewhere"
}

# server_pid: prints the process id of the running server, or fails.
server_pid() {
    local pid
    { read -r pid <"$data/postmaster.pid"; } 2>/dev/null || return 1
    [[ $pid =~ ^[0-9]+$ && /proc/$pid/cwd -ef $data ]] && echo "$pid"
}

# Every PostgreSQL process works in the data folder, so a process found there was left behind by a killed server.
left_behind() {
    local process
    for process in /proc/[0-9]*; do
        [[ $process/cwd -ef $data ]] && echo "${process##*/}"
    done
    return 0
}

clear_after_kill() {
    local tries=100 pid
    while [[ $(left_behind) ]]; do
        ((tries-- > 0)) || fail "A killed PostgreSQL left processes that still run in $data and do not end: $(left_behind | tr '\n' ' ')"
        sleep 0.1
    done
    # PostgreSQL itself removes the file of a dead server, unless another process now has its number.
    { read -r pid <"$data/postmaster.pid"; } 2>/dev/null || return 0
    [[ ! -e /proc/$pid ]] || rm -f "$data/postmaster.pid"
}

create_cluster() {
    local fresh=$cluster/data.new output
    require_space "$cluster" 300
    say "Creating the database in $data"
    # The password is written before the data exist, so that an interrupted start leaves no data without one.
    [[ -s $cluster/password ]] || random_hex 24 | write_secret "$cluster/password"
    rm -rf "$fresh" && mkdir -m 700 "$fresh"
    ((EUID != 0)) || chown "$server_user:" "$fresh"
    # shellcheck disable=SC2016 # expanded by the inner shell, whose user can read the pipe it opens
    output=$({
        as_server bash -c 'exec "$0" "$@" --pwfile=<(cat)' "$binaries/initdb" --pgdata="$fresh" --username=followup \
            --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --lc-messages=C --data-checksums <"$cluster/password" &&
            as_server "$binaries/postgres" --single -c exit_on_error=on -D "$fresh" postgres <<<'CREATE DATABASE followup'
    } 2>&1) || {
        printf '%s\n' "$output" >>"$log"
        fail_from_log "$output"
    }
    mv -T "$fresh" "$data" || fail "Cannot rename $fresh to $data."
}

# fail_from_log TEXT: turns what PostgreSQL wrote when it failed into a sentence with a remedy.
fail_from_log() {
    local last
    case $1 in
        *'No space left'*) fail_to_write "$cluster" "$1" ;;
        *pg_control* | *'checkpoint record'* | *PANIC* | *'could not find the database system'* | *'could not access the server configuration'* | *'is missing or'* | *'invalid page'*)
            fail "The database in $data is damaged and was left as it is. Put a backup in its place, or move the folder away to begin with an empty one. PostgreSQL says why in $log"
            ;;
    esac
    last=$(grep -v '^pg_ctl: ' <<<"$1" | grep -E 'FATAL|[Ee]rror|denied|could not' | tail -n 1) || true
    fail "PostgreSQL did not start: ${last:-no reason given}. Its log is $log"
}

choose_port() {
    local port
    while port=$((20000 + RANDOM % 10000)) && is_listening 127.0.0.1 "$port"; do :; done
    echo "$port"
}

# launch_server: starts it at its last port, or at another when that one is taken.
launch_server() {
    local port tries size output
    # Terse and without statements: the content of a query, such as a patient's data, must not reach the log.
    local settings=(
        listen_addresses=127.0.0.1 unix_socket_directories= max_connections=200 idle_in_transaction_session_timeout=5min
        timezone=UTC log_timezone=UTC log_error_verbosity=terse log_min_error_statement=panic
    )
    port=$(cat "$cluster/port" 2>/dev/null) || port=$(choose_port)
    [[ ! -e $log || $(stat -c %s "$log") -lt 10000000 ]] || mv "$log" "$log.1"
    for ((tries = 0; tries < 5; tries++)); do
        if is_listening 127.0.0.1 "$port"; then
            say "Port $port, which the database had until now, is in use by another program; choosing another"
            port=$(choose_port)
        fi
        size=$(stat -c %s "$log" 2>/dev/null || echo 0)
        if as_server "$binaries/pg_ctl" start --silent --wait --timeout=120 --pgdata="$data" \
            --options="-p $port ${settings[*]/#/-c }" </dev/null >>"$log" 2>&1; then
            echo "$port" >"$cluster/port"
            rm -f "$cluster/kept"
            return
        fi
        output=$(tail -c +$((size + 1)) "$log")
        [[ $output == *'Address already in use'* ]] || fail_from_log "$output"
        port=$(choose_port)
    done
    fail "PostgreSQL found no free port on 127.0.0.1. Its log is $log"
}

lock_cluster() {
    exec {lock}>"$cluster/lock" || fail_to_write "$cluster" 'it is not writable'
    flock --wait 180 "$lock" || fail "Another start or stop of the database in $cluster has not ended for three minutes."
}

unlock_cluster() { exec {lock}>&-; }

wait_until_ready() {
    local tries=600 state
    while server_pid >/dev/null; do
        state=$(sed -n 8p "$data/postmaster.pid" 2>/dev/null) || true
        [[ $state != ready* ]] || return 0
        ((tries-- > 0)) || fail "PostgreSQL in $data runs but has not been ready for a minute. Its log is $log"
        sleep 0.1
    done
    return 1
}

# start_server NAME
start_server() {
    local major=
    place "$1"
    select_cluster "$1"
    make_folder "$cluster"
    lock_cluster
    select_server_user
    if [[ -e $data ]]; then
        wait_until_ready && unlock_cluster && return
        major=$(as_server cat "$data/PG_VERSION" 2>/dev/null) ||
            fail "The folder $data exists but is no database of PostgreSQL's (it has no file PG_VERSION). It was left as it is; move it away to begin with an empty one."
    fi
    get_binaries "$log" "$major" || fail_without_binaries "$data" "$major"
    select_server_user
    if [[ $major ]]; then clear_after_kill; else create_cluster; fi
    launch_server
    unlock_cluster
}

stop_server() {
    local pid tries=600
    [[ -e $cluster ]] || return 0
    lock_cluster
    select_server_user
    if pid=$(server_pid); then
        # A fast shutdown: sessions end, and their open transactions are rolled back.
        kill -INT "$pid"
        while [[ /proc/$pid/cwd -ef $data ]]; do
            ((tries-- > 0)) || fail "PostgreSQL (process $pid) has not stopped for a minute. Its log is $log"
            sleep 0.1
        done
    fi
    rm -f "$cluster/kept"
    unlock_cluster
}

# use_server NAME: starts it if needed, and keeps it as long as any command that called this runs. Each command holds a shared lock,
# which the kernel releases however the command ends; a separate process waits for the last of them and stops the server.
use_server() {
    place "$1"
    select_cluster "$1"
    exec {in_use}>"$cluster/in-use" || fail_to_write "$cluster" 'it is not writable'
    flock --shared "$in_use"
    (
        start_server "$1"
        cd /
        detached setsid --fork flock --wait 5 "$cluster/waiting" \
            flock "$cluster/in-use" "$repository/ops/postgres" release "$1" </dev/null >/dev/null 2>&1
    )
}

# leave_server NAME: ends this command's use. If it was the last, waits until the server has stopped.
leave_server() {
    exec {in_use}>&-
    if flock --wait 5 "$cluster/in-use" "$repository/ops/postgres" release "$1"; then
        flock --wait 5 "$cluster/waiting" true || true
    else
        say 'Another command still uses the database; it stops after that.'
    fi
}

# empty_server NAME: removes its data, unless a command uses it or "ops/postgres start" keeps it running.
empty_server() {
    place "$1"
    select_cluster "$1"
    (
        exec {unused}>"$cluster/in-use"
        if [[ ! -e $cluster/kept ]] && flock --nonblock "$unused"; then
            stop_server
            rm -rf "$data"
        fi
    )
}

connection_string() {
    [[ -r $cluster/password && -r $cluster/port ]] ||
        fail "There is no database in $cluster that this user may open. Start it with: ops/postgres start"
    echo "Host=127.0.0.1;Port=$(<"$cluster/port");Database=followup;Username=followup;Password=$(<"$cluster/password")"
}
