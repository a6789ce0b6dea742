# Measures `bartizan assess` on invented platforms of growing size against the bare reading of the same files: ./dev bench assess.
# Expects JAVA_HOME and the repository root as the working folder. Prints a table and writes it to target/bench/assess.md.
set -eu

root=$(pwd -P)
jdk=$JAVA_HOME
. "$root/scripts/application.sh"
require_application

# The build of the application has compiled the testkit too; the library of the floor is the application's own.
exec "$jdk/bin/java" -cp "$root/testkit/target/classes:$application/lib/*" dev.bartizan.testkit.bench.AssessBench "$@"
