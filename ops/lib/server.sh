# shellcheck shell=bash
# Sourced by ops/run: one server, its address, and the processes that end with the command that started them.

server_file=$home/server.pid
server_log=$home/log/server.log
children=()

# read_url: sets host and port.
read_url() {
    [[ $FollowUp__Url =~ ^http://(\[[0-9a-fA-F:]+\]|[^/:]+)(:([0-9]+))?/?$ ]] ||
        fail "FOLLOWUP_URL is '$FollowUp__Url'; write it like http://127.0.0.1:5080. For https, put a reverse proxy before it."
    host=${BASH_REMATCH[1]//[\[\]]/} port=${BASH_REMATCH[3]:-80}
    [[ $host != @(0.0.0.0|::|'*'|+) ]] || host=127.0.0.1
}

# left_server: prints the process id of a server that a killed ops/run left behind. The number alone proves nothing: it
# must belong to our program, run as a server.
left_server() {
    local pid
    { read -r pid <"$server_file"; } 2>/dev/null || return 1
    [[ $pid =~ ^[0-9]+$ ]] || return 1
    { tr '\0' ' ' <"/proc/$pid/cmdline"; } 2>/dev/null | grep -qF "dotnet $program serve" && echo "$pid"
}

# claim_address: makes sure that this ops/run is the only one in this home and that nothing else listens at its address.
claim_address() {
    local pid tries=300
    exec {running}>"$home/run.lock" || fail_to_write "$home" 'it is not writable'
    flock --nonblock "$running" || fail "ops/run is already running here. Stop it with Ctrl-C first, or set FOLLOWUP_HOME to start a second one with data of its own."
    if pid=$(left_server); then
        say 'Stopping the server that an earlier start left behind'
        kill -TERM "$pid"
        while left_server >/dev/null; do
            ((tries-- > 0)) || kill -KILL "$pid" || true
            sleep 0.1
        done
    fi
    ! is_listening "$host" "$port" ||
        fail "Port $port is in use by another program. Stop it, or choose another, for instance: FOLLOWUP_URL=http://127.0.0.1:$((port + 1)) ops/run"
}

# start_child COMMAND...: starts it in the background and in a process group of its own, so that a signal to ops/run can stop
# all of it at once. The kernel stops it when ops/run is killed.
start_child() {
    setsid setpriv --pdeathsig TERM "$@" {running}>&- &
    children+=("$!")
}

run_child() {
    local status=0
    start_child "$@"
    wait "${children[-1]}" || status=$?
    unset 'children[-1]'
    ((status == 0)) || exit "$status"
}

# stop_children: the last one first.
stop_children() {
    local last
    while ((${#children[@]} > 0)); do
        last=${children[-1]}
        kill -TERM -- "-$last" 2>/dev/null || true
        wait "$last" || true
        unset 'children[-1]'
    done
}

answers_ready() {
    local status
    exec {connection}<>"/dev/tcp/$host/$port" || return 1
    printf 'GET /health/ready HTTP/1.1\r\nHost: %s:%s\r\nConnection: close\r\n\r\n' "$host" "$port" >&"$connection"
    read -r -t 10 status <&"$connection" || true
    exec {connection}>&-
    [[ $status == 'HTTP/1.1 200 '* ]]
}

start_program_server() {
    local tries=600
    [[ ! -e $server_log || $(stat -c %s "$server_log") -lt 10000000 ]] || mv "$server_log" "$server_log.1"
    say 'Starting the server'
    start_child dotnet "$program" serve </dev/null >>"$server_log" 2>&1
    server=${children[-1]}
    echo "$server" >"$server_file"
    until answers_ready 2>/dev/null; do
        kill -0 "$server" 2>/dev/null || server_ended
        ((tries-- > 0)) || fail "The server has not been ready for two minutes. Its log is $server_log"
        sleep 0.2
    done
}

server_ended() {
    tail -n 20 "$server_log" >&2
    fail "The server ended unexpectedly. Its log, of which these are the last lines, is $server_log"
}

wait_for_server() {
    wait "$server" || true
    server_ended
}
