# shellcheck shell=bash
# Sourced by each finding: a temporary folder to work in, and the comparison with what was seen when it was written.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# npm_packages NAME@VERSION...: installs them into the temporary folder.
npm_packages() {
    npm init -y >/dev/null
    npm install --no-audit --no-fund --silent "$@"
}

# as_written OUTPUT: prints what the library does now, and fails when that is not what standard input says was seen.
as_written() {
    local seen
    seen=$(cat)
    printf '%s\n' "$1"
    if [[ $1 == "$seen" ]]; then
        echo 'As written.'
    else
        diff <(printf '%s\n' "$seen") <(printf '%s\n' "$1") >&2 || true
        echo 'This has changed: read the script, then the code that relies on it.' >&2
        exit 1
    fi
}
