# shellcheck shell=bash
# Sourced by ops/followup and ops/run: the settings that depend on where the program runs.

# shellcheck source=ops/lib/postgres-server.sh
source "$repository/ops/lib/postgres-server.sh"

program=$home/app/FollowUp.dll

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
export FollowUp__Url=${FOLLOWUP_URL:-http://127.0.0.1:5080}
export FollowUp__SignIn__KeyFolder=${FollowUp__SignIn__KeyFolder:-$home/keys/sessions}
export FollowUp__Outbox=${FollowUp__Outbox:-$home/outbox}
export FollowUp__SigningKeyFile=${FollowUp__SigningKeyFile:-$home/keys/signing.pem}

# If the user configured no clinic, the demonstration clinic. Its men are made up, so it is marked synthetic.
if ! compgen -v FollowUp__Clinics__ >/dev/null; then
    export FollowUp__Clinics__0__Id=demo FollowUp__Clinics__0__Name='Demonstration clinic' \
        FollowUp__Clinics__0__Zone=Europe/Istanbul FollowUp__Clinics__0__Synthetic=true \
        FollowUp__Clinics__0__Telephone='+90 212 000 00 00'
fi

own_database=${ConnectionStrings__FollowUp-}
uses_own_database() { [[ $own_database ]]; }

# provide_database: the user's own if they configured one, else the embedded one with its keys, for as long as this
# command and what it starts run.
provide_database() {
    if uses_own_database; then
        [[ ${FollowUp__MasterKeyFile-}${FollowUp__MasterKey-} ]] ||
            fail "A database of your own is configured (ConnectionStrings__FollowUp), but no master key for the names in it. Make one once with: (umask 077; head -c 32 /dev/urandom | base64 >master.key), keep a copy apart from the database's backups, and set FollowUp__MasterKeyFile to its path."
        return
    fi
    use_server postgres
    [[ ${FollowUp__MasterKeyFile-}${FollowUp__MasterKey-} ]] || provide_master_key
    describe_embedded "$(connection_string)"
}

# describe_embedded CONNECTION: only the embedded database on this machine has the development issuer.
describe_embedded() {
    export ConnectionStrings__FollowUp=$1 FollowUp__EmbeddedDatabase=true
    [[ ${FollowUp__SignIn__Authority-} ]] || export FollowUp__SignIn__DevelopmentKeyFile=$home/keys/issuer.key
}

# provide_master_key: creates it with the database, and never a second one: names sealed with the first would be lost.
provide_master_key() {
    export FollowUp__MasterKeyFile=$home/keys/master.key
    (check_master_key "$FollowUp__MasterKeyFile" "$cluster/master-key.sha256")
}

check_master_key() {
    local key=$1 seen=$2
    lock_cluster
    make_private_folder "$home/keys"
    if [[ ! -e $key && ! -e $seen ]]; then
        head -c 32 /dev/urandom | base64 | write_secret "$key"
    fi
    [[ -s $key ]] ||
        fail "The master key $key is missing, and without it no name in the database can be read. Put it back; or move $cluster away to begin with an empty database."
    [[ -e $seen ]] || sha256sum <"$key" | write_secret "$seen"
    sha256sum --check --status <(cat "$seen") <"$key" ||
        fail "The master key $key is not the one that the database in $cluster was made with. Put that one back."
}
