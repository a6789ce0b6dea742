# Keeps the runnable application of ./bartizan up to date. Sourced; expects `root` (the repository) and `jdk`.
#
# Every build is copied into a folder of its own below cli/target/application, and the file `current` names the one to start.
# So a running Bartizan keeps its jars while the next one is built, Maven may rewrite its targets at any time, and the AOT
# cache, which is refused as soon as a jar on the class path has changed, stays valid until the next build.

applications=$root/cli/target/application
current=$applications/current

# Compact object headers change the layout of every object: the cache is made and used with them. The rest is free to differ.
application_flags="-XX:+UseCompactObjectHeaders --sun-misc-unsafe-memory-access=allow"

# Succeeds when there is no build or something it was made of is newer. Directories count: a deleted file changes its folder.
is_stale() {
    [ -f "$current" ] || return 0
    locate_application
    [ -f "$application/bartizan.jar" ] || return 0
    changed=$(find "$root/bartizan" "$root/scripts" "$root/.mvn" "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src/main \
        -newer "$current" -print 2>/dev/null | head -n 1)
    [ -n "$changed" ]
}

# Sets `application` to the folder of the current build.
locate_application() {
    read -r application_name <"$current"
    application=$applications/$application_name
}

# One build at a time: concurrent first starts wait here, and find the work done.
lock_applications() {
    mkdir -p "$applications"
    if command -v flock >/dev/null 2>&1; then
        exec 9>"$applications/lock"
        flock 9
        return 0
    fi
    until mkdir "$applications/lock.d" 2>/dev/null; do
        holder=$(cat "$applications/lock.d/holder" 2>/dev/null) || holder=
        if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
            rm -rf "$applications/lock.d"
        else
            sleep 1
        fi
    done
    echo $$ >"$applications/lock.d/holder"
}

unlock_applications() {
    exec 9>&-
    rm -rf "$applications/lock.d"
}

build_failed() {
    echo "bartizan: $1" >&2
    grep '^\[ERROR\] ' "$log" 2>/dev/null | grep -v -e 'COMPILATION ERROR' -e '\[Help 1\]' | head -n 5 | cut -c 1-300 | sed 's/^/  /' >&2
    echo "  The whole log: $log" >&2
    echo "  To build with the details on the terminal: ./dev test" >&2
    unlock_applications
    rm -f "$stamp"
    exit 70
}

build_application() {
    log=$applications/build.log
    rm -f "$applications"/stamp.*
    stamp=$applications/stamp.$$
    # The time of the stamp is the time of the build: a file edited while Maven runs is newer and brings the next build.
    application_name=$(date -u +%Y%m%dT%H%M%SZ)-$$
    echo "$application_name" >"$stamp"
    echo "bartizan: building, because $1 ..." >&2
    : >"$log"
    command -v mvn >/dev/null 2>&1 || build_failed "building needs Maven 3.8.7 or newer, and mvn is not on PATH."
    (
        cd "$root"
        export JAVA_HOME="$jdk"
        export MAVEN_OPTS="${MAVEN_OPTS:--XX:+UseSerialGC -XX:TieredStopAtLevel=1}"
        exec mvn -B -ntp -Dmaven.test.skip=true package
    ) >"$log" 2>&1 </dev/null || build_failed "the build failed."
    application=$applications/$application_name
    { mkdir "$application" && cp -p "$root/cli/target/bartizan.jar" "$application/" && cp -pR "$root/cli/target/lib" "$application/"; } \
        2>>"$log" || build_failed "the build could not be copied to $application."
    [ "${BARTIZAN_AOT:-on}" = off ] || train_application
    previous=none
    if [ -f "$current" ]; then read -r previous <"$current"; fi
    mv "$stamp" "$current"
    remove_outdated "$previous"
}

# Runs the usual commands once and keeps the loaded and linked classes: starting from them takes a third of the time.
# The cache is a convenience: when it cannot be made, everything works without it.
train_application() {
    rehearsal=$application/rehearsal
    set -- --version -- --help
    if [ -d "$root/examples/reference-platform/as-found" ]; then
        set -- "$@" -- assess "$root/examples/reference-platform/as-found" --out "$rehearsal"
    fi
    # shellcheck disable=SC2086 # a list of options
    "$jdk/bin/java" $application_flags -XX:AOTCacheOutput="$application/bartizan.aot" \
        -cp "$application/bartizan.jar" dev.bartizan.cli.Rehearsal "$@" >/dev/null 2>&1 </dev/null || rm -f "$application/bartizan.aot"
    rm -rf "$rehearsal"
}

# Keeps the current and the previous build: a Bartizan that is still running may need jars it has not opened yet.
remove_outdated() {
    for outdated in "$applications"/*T*Z-*; do
        case ${outdated##*/} in
            "$application_name" | "$1") ;;
            *) rm -rf "$outdated" ;;
        esac
    done
}

# Sets `application`, building it first where needed.
require_application() {
    if is_stale; then
        lock_applications
        if is_stale; then
            if [ -f "$current" ]; then build_application "its sources changed"; else build_application "this is its first use"; fi
        fi
        unlock_applications
    fi
    locate_application
}
