# shellcheck shell=bash
# Sourced by the commands in ops/: paths, messages, safe writing, and errors.

umask 022
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
home=${FOLLOWUP_HOME:-$repository/.followup}
[[ $home == /* ]] || home=$PWD/$home
export FOLLOWUP_HOME=$home

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "followup: $*"
    exit 1
}

# fail_to_write PATH MESSAGE: turns the system's error about a path into a sentence with a remedy.
fail_to_write() {
    case $2 in
        *'No space left'* | *'quota exceeded'*)
            fail "The disk that holds $1 is full. Free some space, or set FOLLOWUP_HOME to a folder on another disk, and start again."
            ;;
        *)
            fail "User $(id -un) cannot write to $1 (${2##*: }). Make it writable, or set FOLLOWUP_HOME to a folder that is."
            ;;
    esac
}

# make_folder PATH
make_folder() {
    local problem
    problem=$(LC_ALL=C mkdir -p "$1" 2>&1) || fail_to_write "$1" "$problem"
    [[ -w $1 ]] || fail_to_write "$1" 'it is not writable'
}

# make_private_folder PATH: readable by its owner only.
make_private_folder() {
    make_folder "$1"
    chmod 700 "$1"
}

# write_secret FILE: writes standard input to a file that only its owner can read, completely or not at all.
write_secret() {
    local problem
    problem=$(LC_ALL=C bash -c 'umask 077; cat >"$0.new" && mv "$0.new" "$0"' "$1" 2>&1) || fail_to_write "$1" "$problem"
}

random_hex() { od -An -v -tx1 -N"$1" /dev/urandom | tr -d ' \n'; }

# require_space FOLDER MEGABYTES
require_space() {
    local free
    free=$(df --output=avail -BM "$1" | tail -n 1 | tr -dc '0-9')
    ((free >= $2)) || fail "The disk that holds $1 has $free MB left, and $2 MB are needed. Free some space, or set FOLLOWUP_HOME to a folder on another disk."
}

# is_listening HOST PORT
is_listening() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }

# detached COMMAND...: runs it with only the first three of the caller's open files. A process that outlives a command must not
# hold its locks, nor a pipe that somebody waits for.
detached() (
    for descriptor in /proc/"$BASHPID"/fd/*; do
        descriptor=${descriptor##*/}
        ((descriptor <= 2 || descriptor == 255)) || eval "exec $descriptor>&-"
    done
    exec "$@"
)
