# shellcheck shell=bash
# Sourced by ops/build and ops/test: the .NET SDK, used so that none of its processes remains when a command ends.

readonly sdk_major=10
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

require_sdk() {
    command -v dotnet >/dev/null ||
        fail "The .NET SDK $sdk_major is not installed. Get it from https://dotnet.microsoft.com/download, then start again."
    (cd "$repository" && dotnet --version) 2>/dev/null | grep -q "^$sdk_major\." ||
        fail "The .NET SDK $sdk_major is needed; installed: $(dotnet --list-sdks | cut -d ' ' -f 1 | paste -sd ' '). Get it from https://dotnet.microsoft.com/download, then start again."
}

# start_building: two concurrent builds would write the same files, so the second waits.
start_building() {
    local folder
    for folder in "$repository"/{src,tests}/*/{,obj}; do
        [[ ! -e $folder || -w $folder ]] ||
            fail "User $(id -un) cannot write to $folder, where the compiler puts its files. Make it writable, or work in a clone of your own."
    done
    make_folder "$home/log"
    exec {building}>"$home/build.lock" || fail_to_write "$home" 'it is not writable'
    flock --nonblock "$building" || {
        say 'Waiting for another build to end'
        flock "$building"
    }
    build_log=$home/log/build.log
    : >"$build_log"
}

# step HEADING COMMAND...: prints the heading, and of the command's output only the lines that explain a failure.
step() {
    local size
    say "$1"
    size=$(stat -c %s "$build_log")
    shift
    [[ $1 != dotnet || $2 != @(build|publish) ]] || set -- "$@" -nologo -verbosity:quiet -p:UseSharedCompilation=false
    # The shell's own message about an aborted program goes to the log too.
    { (cd "$repository" && "$@") </dev/null; } >>"$build_log" 2>&1 || {
        tail -c "+$((size + 1))" "$build_log" | grep -E 'error [A-Z]+[0-9]+|rror:|Exception' | sort -u | head -n 40 >&2 || tail -n 20 "$build_log" >&2
        fail "This step failed: $*. Its whole output is in $build_log"
    }
}
