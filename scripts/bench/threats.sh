# Measures threats, incidents, attack paths and choke points on invented platforms of growing size: ./dev bench threats.
# Expects JAVA_HOME and the repository root as the working folder. Prints a table and writes it to target/bench/threats.md.
set -eu

root=$(pwd -P)
jdk=$JAVA_HOME
. "$root/scripts/application.sh"
require_application

# The bench stands beside the tests of the main job; the libraries are the application's own.
MAVEN_OPTS=${MAVEN_OPTS:--XX:+UseSerialGC -XX:TieredStopAtLevel=1} mvn -B -ntp -q -pl assess -am test-compile
table=$root/target/bench/threats.md
rm -f "$table"
kept=0
for workloads in ${*:-2500 5000 10000 20000}; do
    # As the launcher starts an assessment, with the memory that the target allows.
    "$jdk/bin/java" -Xmx2g -XX:+UseCompactObjectHeaders -XX:+UseParallelGC -XX:MaxTenuringThreshold=0 -XX:TieredStopAtLevel=1 \
        --sun-misc-unsafe-memory-access=allow \
        -cp "$root/assess/target/test-classes:$root/testkit/target/classes:$application/lib/*" \
        dev.bartizan.assess.ThreatsBench "$root/target/bench/inputs" "$workloads" "$table" || kept=1
done
cat "$table"
exit $kept
